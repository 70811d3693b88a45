/** What ticking one box of the permission table does to the others (OP1-65). Pure. */
import { standardGrants } from "#lib/permissions/grants.ts";
import type { Action, BaseRole, Feature, Grant } from "#lib/permissions/schemas.ts";
import { NEEDED_BY_OTHERS, type Line } from "#lib/permissions/table.ts";

/**
 * The boxes after one was ticked or cleared: without View the others of a line have no effect, so clearing it clears them, and
 * ticking one of them ticks View. They come in the order of the table, so that the same boxes are always the same list.
 */
export function tickBox(base: BaseRole, ticked: readonly Grant[], line: Line, action: Action, on: boolean): Grant[] {
  const box = boxOf(line.feature, action);
  const needed = boxOf(line.feature, NEEDED_BY_OTHERS);
  const inOrder = (boxes: readonly Grant[]) => standardGrants(base).filter((grant) => boxes.includes(grant));
  if (on) return inOrder([...ticked, needed, box]);
  const cleared = action === NEEDED_BY_OTHERS ? (Object.keys(line.boxes) as Action[]).map((each) => boxOf(line.feature, each)) : [box];
  return inOrder(ticked.filter((grant) => !cleared.includes(grant)));
}

export function boxOf(feature: Feature, action: Action): Grant {
  return `${feature}.${action}`;
}
