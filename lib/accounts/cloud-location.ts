const EUROPE = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" ");
const ASIA_PACIFIC = "AU NZ JP KR SG MY TH PH ID VN HK TW IN CN".split(" ");

/** The region in which an account's data is kept, set when it is made, out of its country (INFO-11, OP1-16). */
export function cloudLocationOf(country: string): string {
  if (EUROPE.includes(country)) return "Europe";
  if (ASIA_PACIFIC.includes(country)) return "Asia Pacific";
  return "North America";
}
