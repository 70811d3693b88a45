/** Blanks of every kind and the invisible direction marks that address books put around phone numbers. */
const SURROUNDING_BLANKS = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/g;

/** Anything outside printable ASCII at either end; the test spares nearly every cell the replacement. */
const NEEDS_TRIMMING = /^[^!-~]|[^!-~]$/;

/** The value of a cell without what surrounds it unseen. */
export function trimCell(text: string): string {
  return NEEDS_TRIMMING.test(text) ? text.replace(SURROUNDING_BLANKS, "") : text;
}

/** What spreadsheet programs make of a long number that is saved as text, e.g. "4.41E+11" for 441234567890. */
const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E\+?\d{1,3}$/i;

/** Whether digits of a number were lost because a spreadsheet program rewrote it before saving. */
export function hasLostDigits(text: string): boolean {
  return text.length >= 4 && SCIENTIFIC.test(text);
}
