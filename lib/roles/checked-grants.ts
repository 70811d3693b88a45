import { forbidden, invalid } from "#lib/operations/errors.ts";
import { grantInWords, notHeldBy, standardGrants, tidyGrants } from "#lib/permissions/grants.ts";
import type { Grants } from "#lib/permissions/grants.ts";
import type { BaseRole, Grant } from "#lib/permissions/schemas.ts";

/**
 * The boxes of a role as they are stored. Pure.
 * @param before the boxes that the role has already, which its editor need not hold
 * @throws OperationError invalid for a box that the base role has not (ROLE-09); forbidden for one that the editor does not hold
 */
export function checkedGrants(editor: { grants: Grants }, base: BaseRole, ticked: readonly string[], before: readonly string[] = []): Grant[] {
  const existing = new Set<string>(standardGrants(base));
  const unknown = ticked.find((grant) => !existing.has(grant));
  if (unknown !== undefined) throw invalid(`The permission ${unknown} does not apply to this base role.`, "grants");
  const grants = tidyGrants(base, ticked);
  const added = grants.filter((grant) => !before.includes(grant));
  // Nobody makes a role that may more than they may themselves.
  const [beyond] = notHeldBy(editor, added);
  if (beyond) throw forbidden(`You can not give a permission that you do not have yourself: ${grantInWords(base, beyond)}.`);
  return grants;
}
