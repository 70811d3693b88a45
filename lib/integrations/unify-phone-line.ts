/** What the panel says of Unify Phone: Connected, Error or Incomplete, and why (UNIFY-14). Pure. */
import type { IntegrationEntry } from "./schemas.ts";

/** What of the tenant and of the last synchronization the panel needs; `message` is why that failed, empty otherwise. */
export type UnifyPhoneFacts = { message: string; tenantName: string; unknown: number };

/** @param facts null until a tenant is linked */
export function unifyPhoneLine(facts: UnifyPhoneFacts | null): NonNullable<IntegrationEntry["state"]> {
  if (!facts) return { tone: "warn", message: "Incomplete: no Unify Phone tenant is linked to the account yet" };
  const { message, tenantName, unknown } = facts;
  if (message !== "") return { tone: "bad", message: `Error: ${message}` };
  const strangers = unknown === 0 ? "" : `. The PBX has given ${unknown === 1 ? "a license to an address that no user of the account has" : `licenses to ${unknown} addresses that no user of the account has`}`;
  return { tone: "good", message: `Connected to the tenant ${tenantName}${strangers}` };
}
