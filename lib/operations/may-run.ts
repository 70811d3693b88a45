import { may, mayAnyOf } from "#lib/permissions/grants.ts";
import type { Person } from "./actor.ts";
import type { AnyOperation } from "./operation.ts";

/** Whether what a person holds allows an operation; where it works is another question. Pure. */
export function mayRun({ permission, partOf, unrestricted }: Pick<AnyOperation, "permission" | "partOf" | "unrestricted">, person: Pick<Person, "grants" | "role" | "customRole" | "accountManager">): boolean {
  if (unrestricted && !isUnrestricted(person)) return false;
  return (partOf === undefined || may(person, partOf, "view")) && mayAnyOf(person, permission);
}

/** A partner administrator who sees every account and may do everything (OP1-74). */
export function isUnrestricted({ role, customRole, accountManager }: Pick<Person, "role" | "customRole" | "accountManager">): boolean {
  return role === "partner" && customRole === "" && !accountManager;
}
