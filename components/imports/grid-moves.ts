/** Where the keys lead in the grid of rows. Pure. */

export const CELL_FIELDS = ["firstName", "lastName", "name", "email"] as const;
export type TextField = (typeof CELL_FIELDS)[number];

/** The columns in their order on screen; each cell has one of them (IMPORT-12). */
export const GRID_COLUMNS = ["status", ...CELL_FIELDS, "role", "action"] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

/** A cell: the number of its row, and its column. */
export type Place = { row: number; column: GridColumn };

/** A page up or down. */
const LEAP = 10;

export function isTextField(column: GridColumn): column is TextField {
  return (CELL_FIELDS as readonly string[]).includes(column);
}

/** The cell that a key leads to from `place`; null for a key that leads nowhere. `rows` are the row numbers on screen, in order. */
export function moveBy(key: string, withControl: boolean, place: Place, rows: readonly number[]): Place | null {
  const at = Math.max(0, rows.indexOf(place.row));
  const to = (index: number, column: GridColumn): Place => ({ row: rows[Math.min(Math.max(index, 0), rows.length - 1)] ?? place.row, column });
  const along = (step: number) => GRID_COLUMNS[Math.min(Math.max(GRID_COLUMNS.indexOf(place.column) + step, 0), GRID_COLUMNS.length - 1)] ?? place.column;
  switch (key) {
    case "ArrowUp":
      return to(at - 1, place.column);
    case "ArrowDown":
      return to(at + 1, place.column);
    case "ArrowLeft":
      return to(at, along(-1));
    case "ArrowRight":
      return to(at, along(1));
    case "PageUp":
      return to(at - LEAP, place.column);
    case "PageDown":
      return to(at + LEAP, place.column);
    case "Home":
      return to(withControl ? 0 : at, "status");
    case "End":
      return to(withControl ? rows.length - 1 : at, "action");
    default:
      return null;
  }
}

/** The next field to fill in, as Tab goes through a form: along the row and then into the next one; null past the last. */
export function nextField({ row, column }: Place, backwards: boolean, rows: readonly number[]): Place | null {
  const fields: readonly GridColumn[] = [...CELL_FIELDS, "role"];
  const step = backwards ? -1 : 1;
  const along = fields[fields.indexOf(column) + step];
  if (along !== undefined) return { row, column: along };
  const nextRow = rows[rows.indexOf(row) + step];
  const field = backwards ? fields.at(-1) : fields[0];
  return nextRow === undefined || field === undefined ? null : { row: nextRow, column: field };
}
