import type { UserRights } from "#components/users/user-rights.ts";
import type { AccountInView, Person } from "#lib/operations/actor.ts";
import { roleMay } from "#lib/permissions/matrix.ts";

/** What the person may do with users of the account. Those of a partner account come from MiAccess: there is nothing to add, mail or delete. */
export function userRights(person: Person, account: AccountInView): UserRights {
  const may = (action: "add" | "edit" | "delete") => account.kind === "customer" && roleMay(person.role, { feature: "users", action });
  return { add: may("add"), edit: may("edit"), delete: may("delete"), mail: may("add") || may("edit"), assign: may("edit") };
}
