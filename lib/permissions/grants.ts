/** What somebody may do, from the role they have. Pure. */
import type { Action, BaseRole, Feature, Grant, Permission, Role } from "./schemas.ts";
import { NEEDED_BY_OTHERS, PERMISSION_TABLE } from "./table.ts";

/** What a person may do. Everything that is not in it is refused. */
export type Grants = ReadonlySet<Grant>;

/** All boxes of a base role: its standard permissions, and the most that a custom role of it can have (ROLE-02, ROLE-08). */
export function standardGrants(base: BaseRole): Grant[] {
  return PERMISSION_TABLE[base].flatMap(({ feature, boxes }) => (Object.keys(boxes) as Action[]).map((action): Grant => `${feature}.${action}`));
}

/**
 * The boxes of a custom role as they count: those that its base role has, with those that can not be cleared, and without those
 * that need another one which is not there (ROLE-02, ROLE-09, OP1-65).
 */
export function tidyGrants(base: BaseRole, ticked: Iterable<string>): Grant[] {
  const wanted = new Set(ticked);
  return PERMISSION_TABLE[base].flatMap(({ feature, boxes }) => {
    const on = (action: Action) => Boolean(boxes[action] && (boxes[action].fixed || wanted.has(`${feature}.${action}`)));
    if (!on(NEEDED_BY_OTHERS)) return [];
    return (Object.keys(boxes) as Action[]).filter(on).map((action): Grant => `${feature}.${action}`);
  });
}

// Inside a customer account a partner acts as its administrator, as far as accounts may be seen and changed (DASH-14, PERM-11).
const OF_PARTNER_INSIDE: Partial<Record<Grant, Grant>> = { "accounts.view": "account.view", "accounts.edit": "account.edit" };

function effective(base: BaseRole, grants: readonly Grant[]): Grants {
  const inside = base === "partner" ? grants.flatMap((grant) => OF_PARTNER_INSIDE[grant] ?? []) : [];
  return new Set([...grants, ...inside]);
}

const STANDARD: Record<Role, Grants> = {
  partner: effective("partner", standardGrants("partner")),
  account_admin: effective("account_admin", standardGrants("account_admin")),
  // A User administers nothing (OP1-36).
  user: new Set(),
};

/**
 * What a person of a role may do.
 * @param ticked the boxes of the custom role they have; null when they have the built-in one
 */
export function grantsOf(role: Role, ticked: readonly string[] | null = null): Grants {
  return ticked === null || role === "user" ? STANDARD[role] : effective(role, tidyGrants(role, ticked));
}

/** Whether a person may do something. */
export function may(person: { grants: Grants }, feature: Feature, action: Action): boolean {
  return person.grants.has(`${feature}.${action}`);
}

/** Whether a person has at least one of the permissions; everybody does when there is none to have. */
export function mayAnyOf(person: { grants: Grants }, permissions: readonly Permission[]): boolean {
  return permissions.length === 0 || permissions.some(({ feature, action }) => may(person, feature, action));
}

/** The permissions among some that a person has not: nobody gives what they do not hold themselves. */
export function notHeldBy(person: { grants: Grants }, wanted: Iterable<Grant>): Grant[] {
  return [...wanted].filter((grant) => !person.grants.has(grant));
}

/** A permission as people read it, e.g. "Users / Add". */
export function grantInWords(base: BaseRole, grant: Grant): string {
  const [feature, action = ""] = grant.split(".");
  const name = PERMISSION_TABLE[base].find((line) => line.feature === feature)?.name ?? feature;
  return `${name} / ${action.charAt(0).toUpperCase()}${action.slice(1)}`;
}
