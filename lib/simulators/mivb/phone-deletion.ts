import { conflict } from "../kit/refusal.ts";
import { assertNotPrimaryOfMany } from "./phone-owners.ts";
import { getPhone } from "./phone-view.ts";
import type { Phone } from "./schemas.ts";
import type { MivbStore } from "./store.ts";

/** Takes a phone out of the system with all that hangs on it: voice mailbox, agent groups, hot desk logins, its users' links. */
export function erasePhone(store: MivbStore, phone: Phone): void {
  const { number } = phone;
  for (const { loginId } of store.associations.ofPhone(number)) store.associations.remove(loginId, number);
  for (const { set } of store.hotDeskSessions.findBy("number", number)) store.hotDeskSessions.remove(set);
  store.memberships.removeAgent(number);
  store.voicemailBoxes.remove(number);
  store.plan.release(number);
  store.phones.remove(number);
}

/**
 * Deletes a phone service for all its users. Throws a `Refusal` (409) for a service of another system (USCPH-24), and for a
 * phone that is primary for a user with further phones.
 */
export function deletePhone(store: MivbStore, number: string | undefined): void {
  const phone = getPhone(store, number);
  if (phone.locality !== "local") {
    throw conflict("remote_service", `Phone service ${phone.number} is ${phone.locality} and can only be deleted on its own system.`, "number");
  }
  const users = store.associations.ofPhone(phone.number).map(({ loginId }) => loginId);
  assertNotPrimaryOfMany(store, phone.number, users, "delete");
  erasePhone(store, phone);
}
