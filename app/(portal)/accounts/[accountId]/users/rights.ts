import type { UserRights } from "#components/users/user-rights.ts";
import type { AccountInView, Person } from "#lib/operations/actor.ts";
import { roleMay } from "#lib/permissions/matrix.ts";

/** What the person may do with users of the account. Those of a partner account come from MiAccess: nobody is added, mailed or deleted here. */
export function userRights(person: Person, account: AccountInView): UserRights {
  const may = (action: "add" | "edit" | "delete") => roleMay(person.role, { feature: "users", action });
  const isCustomer = account.kind === "customer";
  return {
    add: isCustomer && may("add"),
    delete: isCustomer && may("delete"),
    mail: isCustomer && (may("add") || may("edit")),
    resetPasswords: isCustomer && may("edit"),
    assign: isCustomer && may("edit"),
    assignRoles: isCustomer && roleMay(person.role, { feature: "roles", action: "assign" }),
  };
}
