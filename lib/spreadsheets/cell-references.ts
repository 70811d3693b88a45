/** The letters of a column counted from 0: 0 is "A", 26 is "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** How a spreadsheet program names a cell; `column` counts from 0, `line` from 1. */
export function cellName(column: number, line: number): string {
  return `${columnLetters(column)}${line}`;
}

/** The column of a reference such as "AB12", counted from 0, or -1 when it does not start with letters. */
export function columnOfReference(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    // Bit 5 folds lower case onto upper case: some writers emit "a1".
    const letter = reference.charCodeAt(index) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
  }
  return column - 1;
}
