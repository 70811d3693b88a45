/** Changing a phone service: what may change, what is fixed, the migration to SIP, and a new number. */
import { conflict } from "../kit/refusal.ts";
import { parseBody } from "../kit/validation.ts";
import { changeOwner, changePrimary } from "./phone-owners.ts";
import { assertPhone } from "./phone-rules.ts";
import { getPhone, type PhoneView, showPhone } from "./phone-view.ts";
import { USED_BY_PHONE } from "./numbers.ts";
import { type Phone, PhoneBody } from "./schemas.ts";
import type { MivbStore } from "./store.ts";

const ChangesBody = PhoneBody.partial();

// Disabled in the phone form once the phone exists (ACDEDIT-07).
const FIXED = ["phoneType", "hotDeskingUser", "acdAgent", "enableSipSoftphone", "externalHotDeskLicense", "preferredSet"] as const;

function assertFixed(before: Phone, after: Phone, isMigration: boolean): void {
  for (const field of FIXED) {
    // A migrated hot desk phone becomes a SIP softphone by the same change (ACDMIG-20).
    if (isMigration && field === "enableSipSoftphone") continue;
    if (before[field] !== after[field]) {
      throw conflict("fixed_field", `${field} can not be changed after phone service ${before.number} was created.`, field);
    }
  }
}

function assertProtocol(before: Phone, after: Phone): void {
  if (before.protocol === after.protocol) return;
  if (after.protocol === "MINET") {
    throw conflict("protocol_fixed", `Phone service ${before.number} uses SIP and can not be changed back to MiNET.`, "protocol");
  }
  if (before.callState === "in_call") {
    throw conflict("phone_in_call", `Phone service ${before.number} is in a call and can not be migrated to SIP now.`, "protocol");
  }
}

/** A new number takes everything along but a voice mailbox of another digit length, which is deleted (SUP-06, USCVM-08). */
function renumber(store: MivbStore, from: string, to: string): void {
  store.plan.assertForPhones(to);
  store.plan.claim(to, USED_BY_PHONE);
  store.plan.release(from);
  store.associations.renumber(from, to);
  store.memberships.renumberAgent(from, to);
  for (const session of store.hotDeskSessions.findBy("number", from)) {
    store.hotDeskSessions.replace(session.set, { ...session, number: to });
  }
  const hadBox = store.voicemailBoxes.remove(from);
  if (hadBox && to.length === from.length) store.voicemailBoxes.add({ number: to });
}

/**
 * Changes a phone service; fields that are left out stay. Throws a `Refusal` for a fixed field, a migration during a call
 * (ACDMIG-28), a foreign service (USC-10), a number that is taken or outside the plan, and whatever `assertPhone` refuses.
 */
export function changePhone(store: MivbStore, number: string | undefined, body: unknown): PhoneView {
  const before = getPhone(store, number);
  if (before.locality === "foreign") {
    throw conflict("foreign_service", `Service ${before.number} belongs to another system and is changed there.`, "number");
  }
  const { isPrimary, loginId, ...changes } = parseBody(ChangesBody, body);
  const proposed: Phone = { ...before, ...changes };
  assertFixed(before, proposed, before.protocol === "MINET" && proposed.protocol === "SIP");
  assertProtocol(before, proposed);
  assertPhone(store, proposed, before.number);

  const owned = loginId === undefined ? before : changeOwner(store, before, loginId);
  if (isPrimary !== undefined) changePrimary(store, owned, isPrimary);
  if (proposed.number !== before.number) renumber(store, before.number, proposed.number);
  const after = { ...proposed, loginId: owned.loginId };
  store.phones.replace(before.number, after);
  return showPhone(store, after);
}
