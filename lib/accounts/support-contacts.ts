import type { SupportContact } from "./schemas.ts";

/** Support contacts as an account keeps them: one address counts once, in the order of the addresses. Pure. */
export function distinctContacts(contacts: readonly SupportContact[]): SupportContact[] {
  const byEmail = new Map(contacts.map((contact) => [contact.email, contact]));
  return [...byEmail.values()].toSorted((a, b) => (a.email < b.email ? -1 : 1));
}
