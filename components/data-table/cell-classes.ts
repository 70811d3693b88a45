/** The cell with the check box: always in sight, as wide as `start-11` of the cell beside it says. */
export const TICK_CELL = "sticky start-0 w-11 min-w-11 bg-inherit ps-2.5 select-none";

/** The cell that names its row: in sight while the others scroll. */
export const NAMING_CELL = "sticky bg-inherit";
