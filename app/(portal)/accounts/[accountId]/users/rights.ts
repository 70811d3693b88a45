import type { UserRights } from "#components/users/user-rights.ts";
import { OFFICE_400 } from "#lib/gateways/schemas.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import type { AccountInView, Person } from "#lib/operations/actor.ts";
import { may } from "#lib/permissions/grants.ts";

/** What the person may do with users of the account. Those of a partner account come from MiAccess: nobody is added, mailed or deleted here. */
export function userRights(person: Person, account: AccountInView): UserRights {
  const mayUsers = (action: "add" | "edit" | "delete") => may(person, "users", action);
  const isCustomer = account.kind === "customer";
  return {
    add: isCustomer && mayUsers("add"),
    edit: mayUsers("edit"),
    delete: isCustomer && mayUsers("delete"),
    mail: isCustomer && (mayUsers("add") || mayUsers("edit")),
    officeMail: isCustomer && (mayUsers("add") || mayUsers("edit")) && isInUse(account.integrations, "cloudlink_gateway", OFFICE_400),
    resetPasswords: isCustomer && mayUsers("edit"),
    assign: isCustomer && mayUsers("edit") && may(person, "mivoice_business", "view"),
    smsNumbers: isCustomer && isInUse(account.integrations, "twilio", "user_numbers"),
    licenses: isCustomer && mayUsers("edit"),
    contactCenter: person.customRole === "",
    assignRoles: may(person, "roles", "assign"),
  };
}
