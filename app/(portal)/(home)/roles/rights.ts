import type { RoleRights } from "#components/roles/role-rights.ts";
import type { Person } from "#lib/operations/actor.ts";
import { may } from "#lib/permissions/grants.ts";
import { partnerHistory } from "../history.ts";

/** What the person may do with custom roles (PERM-24 to PERM-28). */
export function roleRights(person: Person): RoleRights {
  return { add: may(person, "roles", "add"), edit: may(person, "roles", "edit"), delete: may(person, "roles", "delete"), historyIn: partnerHistory(person) };
}
