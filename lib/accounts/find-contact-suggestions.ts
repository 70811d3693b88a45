import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import type { SupportContact } from "./schemas.ts";
import { ContactSuggestions, FindContactsInput } from "./schemas.ts";

const SHOWN = 8;

/** Partner users by part of a name or an address, for the form of a new account (SUPCON-06). */
export const findPartnerContacts = operation({
  name: "accounts.find-partner-contacts",
  summary: "Partner users who can be a support contact",
  permission: [{ feature: "accounts", action: "add" }],
  scope: "partner",
  kind: "read",
  input: FindContactsInput,
  output: ContactSuggestions,
  http: { method: "GET", path: "/support-contact-suggestions" },
  async run({ actor, db }, { search }) {
    return { items: await suggestions(db, [usersOf(actor.accountId, search)]) };
  },
});

/**
 * Whom an existing account can take as a support contact. A partner is shown partner users (SUPCON-06); an Account Admin also
 * the users of the account and its former contacts (SUPCON-13, OP1-48).
 */
export const findAccountContacts = operation({
  name: "accounts.find-contacts",
  summary: "People who can be a support contact of an account",
  permission: [{ feature: "account", action: "edit" }],
  scope: "account",
  kind: "read",
  input: FindContactsInput,
  output: ContactSuggestions,
  http: { method: "GET", path: "/accounts/{accountId}/support-contact-suggestions" },
  async run({ actor, account, db }, { search }) {
    const partners = usersOf(account.partnerId ?? account.id, search);
    const sources = actor.role === "partner" ? [partners] : [partners, usersOf(account.id, search), formerContacts(account.id, search)];
    return { items: await suggestions(db, sources) };
  },
});

function suggestions(db: Db, sources: Prisma.Sql[]): Promise<SupportContact[]> {
  // A former contact is known by address only, so of two with the same address the one with a name counts.
  return db.$queryRaw<SupportContact[]>`
    select email, max(name) as name from (${Prisma.join(sources, " union all ")}) as known
     group by email order by email collate "C" limit ${SHOWN}`;
}

function usersOf(accountId: string, search: string): Prisma.Sql {
  return Prisma.sql`(select u.email, u.name from users u where u.account_id = ${accountId}::uuid and u.search_text like ${containsPattern(search)} limit ${SHOWN})`;
}

/** Former contacts stand in the history of the account; the latest changes of them are looked through. */
function formerContacts(accountId: string, search: string): Prisma.Sql {
  return Prisma.sql`
    (select contact->>'email' as email, contact->>'name' as name
       from (select e.changes from events e
              where e.account_id = ${accountId}::uuid and e.asset_kind = 'account' and e.asset_id = ${accountId}
              order by e.at desc limit 100) as latest,
            jsonb_path_query(latest.changes, '$[*] ? (@.property == "supportContacts").before[*]') as contact
      where lower(concat(contact->>'name', ' ', contact->>'email')) like ${containsPattern(search)}
      limit ${SHOWN})`;
}
