/** Which columns are shown, in which order. The first column names the row: it is always there, always first, and no part of this. Pure. */

export type ChoosableColumn = { id: string; hideable?: boolean; hiddenByDefault?: boolean };

/** Every choosable column in the order of the chooser, and whether it is shown. */
export type ColumnChoice = readonly { id: string; shown: boolean }[];

/**
 * The choice that a list of shown ids means (null for the default). Ids that the list no longer has are left out; a
 * column that can not be hidden is shown even where an old choice lacks it; both stand where the list defines them.
 */
export function columnChoice(columns: readonly ChoosableColumn[], shown: readonly string[] | null): ColumnChoice {
  if (shown === null) return columns.map(({ id, hiddenByDefault }) => ({ id, shown: !hiddenByDefault }));
  const known = shown.filter((id) => columns.some((column) => column.id === id));
  const choice = known.map((id) => ({ id, shown: true }));
  columns.forEach((column, index) => {
    if (known.includes(column.id)) return;
    choice.splice(Math.min(index, choice.length), 0, { id: column.id, shown: column.hideable === false });
  });
  return choice;
}

export function shownIds(choice: ColumnChoice): string[] {
  return choice.filter((column) => column.shown).map((column) => column.id);
}

export function toggleColumn(choice: ColumnChoice, id: string): ColumnChoice {
  return choice.map((column) => (column.id === id ? { ...column, shown: !column.shown } : column));
}

/** Moves a column to a place counted from 0; places outside the list mean its ends. */
export function moveColumn(choice: ColumnChoice, id: string, place: number): ColumnChoice {
  const moved = choice.find((column) => column.id === id);
  if (!moved) return choice;
  const others = choice.filter((column) => column.id !== id);
  const target = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, target), moved, ...others.slice(target)];
}
