/** A mobile number as one text, "+49 170 1234567", and as the two parts of its field. Pure. */

/** A country with the number one dials for it, "+49". */
export type CallingCode = { country: string; code: string; name: string };

/**
 * The parts of a number: the country whose code it begins with, and the rest. Several countries share a code, so that
 * `usual` is taken where it fits, else the longest code. A number without a code belongs to no country.
 */
export function partsOf(number: string, codes: readonly CallingCode[], usual: string | null): { country: string | null; rest: string } {
  if (number === "") return { country: usual, rest: "" };
  const fitting = codes.filter(({ code }) => number.startsWith(code));
  const longest = Math.max(...fitting.map(({ code }) => code.length));
  const match = fitting.find(({ country }) => country === usual) ?? fitting.find(({ code }) => code.length === longest);
  return match ? { country: match.country, rest: number.slice(match.code.length).replace(/^ /, "") } : { country: null, rest: number };
}

/** The number that the parts make; a code alone is no number. */
export function numberOf(country: string | null, rest: string, codes: readonly CallingCode[]): string {
  const code = codes.find((each) => each.country === country)?.code;
  if (rest === "" || code === undefined || rest.startsWith("+")) return rest;
  return `${code} ${rest}`;
}
