/** Which cell of the grid has the focus, and whether it is being edited. */
import type { Place } from "./grid-moves.ts";

/**
 * The cell that has or last had the focus. `typed` takes the place of the value when editing begins: the key that began it, or
 * what could not be saved. `moves`: the focus is to be moved there, and not there already by a press of the person.
 */
export type Focused = Place & { editing: boolean; typed: string | null; moves: boolean };

/** The cell itself, without editing it. */
export function lookAt(place: Place, moves = true): Focused {
  return { ...place, editing: false, typed: null, moves };
}

/** The field in the cell. */
export function edit(place: Place, typed: string | null = null): Focused {
  return { ...place, editing: true, typed, moves: true };
}
