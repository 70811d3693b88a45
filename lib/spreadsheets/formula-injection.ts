/**
 * What a spreadsheet program would run as a formula on opening a csv file, full-width signs included,
 * possibly behind apostrophes that an earlier export or the value itself has.
 */
const RUNS_AS_FORMULA = /^'*(?:\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r\n]\s*\S)/;
const NEUTRALISED = /^'+(?:\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r\n]\s*\S)/;

/** E.164 with or without single blanks between groups, and plain numbers: as formulas they give themselves. */
const PHONE_NUMBER = /^\+[1-9](?: ?\d){1,14}$/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** The value as it is written to csv: with an apostrophe before anything that would run as a formula. */
export function neutraliseFormula(value: string): string {
  if (!RUNS_AS_FORMULA.test(value) || PHONE_NUMBER.test(value) || PLAIN_NUMBER.test(value)) return value;
  return `'${value}`;
}

/** The value that `neutraliseFormula` was given. */
export function restoreFormula(value: string): string {
  return NEUTRALISED.test(value) ? value.slice(1) : value;
}
