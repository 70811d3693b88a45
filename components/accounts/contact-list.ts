/** What is typed or chosen as support contacts. Pure. */
import { SupportContact } from "#lib/accounts/schemas.ts";

/** The contacts that a typed or pasted text holds, and the parts of it that are no address. */
export function contactsIn(text: string): { contacts: SupportContact[]; rest: string[] } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  const read = parts.map((part) => ({ part, parsed: SupportContact.safeParse({ email: part }) }));
  return {
    contacts: read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    rest: read.flatMap(({ part, parsed }) => (parsed.success ? [] : [part])),
  };
}

/** The list with more in it; who is there already is not there twice. */
export function withContacts(list: readonly SupportContact[], more: readonly SupportContact[]): SupportContact[] {
  const known = new Set(list.map(({ email }) => email));
  const added = more.filter(({ email }) => !known.has(email) && known.add(email));
  return [...list, ...added];
}

/** What can be chosen while something is typed: known people who are not chosen yet, then the typed address itself (OP1-48). */
export function choices(text: string, found: readonly SupportContact[], list: readonly SupportContact[]): SupportContact[] {
  const { contacts, rest } = contactsIn(text);
  const typed = rest.length === 0 && contacts.length === 1 ? contacts : [];
  return withContacts(list, withContacts(found, typed)).slice(list.length);
}
