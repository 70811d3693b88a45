/** A column of a spreadsheet that is written. */
export type SpreadsheetColumn = {
  header: string;
  /** The values that a drop-down in its cells offers; anything else is refused by the spreadsheet program. xlsx only. */
  choices?: string[];
};

/** The rows of a spreadsheet that is written, each with a cell per column. */
export type WritableRows = Iterable<string[]> | AsyncIterable<string[]>;

/** The rows in groups of `size`, the last one shorter; one empty group when there are none. Closes `rows` when left early. */
export async function* groupsOf(size: number, rows: WritableRows): AsyncGenerator<string[][]> {
  let group: string[][] = [];
  let isFirst = true;
  for await (const row of rows) {
    group.push(row);
    if (group.length < size) continue;
    yield group;
    group = [];
    isFirst = false;
  }
  if (group.length > 0 || isFirst) yield group;
}
