import { customersOf, ofCustomers } from "#lib/accounts/customers-of.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { may } from "#lib/permissions/grants.ts";
import { searchCondition } from "#lib/users/user-filter.ts";
import { MIN_TEXT_FOR_ALL_ACCOUNTS } from "./rules.ts";
import { SearchAnswer, SearchInput } from "./schemas.ts";
import type { FoundAccount, FoundUser } from "./schemas.ts";

/** How many hits of a kind are told. */
const SHOWN = 8;

/** Of so many hits the best are told: a text that half of the users have must not cost as much as there are users. */
const GATHERED = 200;

/**
 * Searches all that somebody may see by a part of its name, address or number: a partner finds the own customers' accounts and
 * the users of all of them, an account admin the users of the own account, a user nothing. Two queries at the same time.
 */
export const findAnything = operation({
  name: "search.find",
  summary: "Search accounts and users",
  permission: [],
  scope: "self",
  kind: "read",
  input: SearchInput,
  output: SearchAnswer,
  http: { method: "GET", path: "/search" },
  async run({ actor, db }, { text, openAccountId }) {
    const [accounts, users] = await Promise.all([findAccountsOf(db, actor, text), findUsersFor(db, actor, text, openAccountId)]);
    return { accounts: best(accounts), users: best(users) };
  },
});

function best<Found>(found: Found[]): { items: Found[]; more: boolean } {
  return { items: found.slice(0, SHOWN), more: found.length > SHOWN };
}

/** Deactivated accounts too, after the others: they can be reactivated (ACCT-21). */
async function findAccountsOf(db: Db, actor: Person, text: string): Promise<FoundAccount[]> {
  if (!may(actor, "accounts", "view")) return [];
  return db.$queryRaw<FoundAccount[]>`
    select a.id::text, a.name, a.status
      from accounts a
     where ${customersOf(actor)} and a.name_key like ${containsPattern(text)}
     order by a.status, starts_with(a.name_key, ${text.toLowerCase()}) desc, a.name_key, a.id
     limit ${SHOWN + 1}`;
}

/** The users in the accounts that somebody may work in, in order: those of the open account, who has the very number, whose name begins so. */
async function findUsersFor(db: Db, actor: Person, text: string, openAccountId: string | undefined): Promise<FoundUser[]> {
  const places = may(actor, "users", "view") ? placesOf(actor, text, openAccountId) : [];
  if (places.length === 0) return [];
  const gathered = places.map((place) => Prisma.sql`
    (select u.account_id, u.id from users u join accounts a on a.id = u.account_id and a.status = 'active'
      where ${place} and ${searchCondition(text)} limit ${GATHERED})`);
  const wanted = text.toLowerCase();
  return db.$queryRaw<FoundUser[]>`
    with found as (${Prisma.join(gathered, " union ")})
    select u.id::text, u.account_id::text as "accountId", a.name as "accountName", u.name, u.email, u.extension
      from found f
      join users u on u.account_id = f.account_id and u.id = f.id
      join accounts a on a.id = u.account_id
     order by (u.account_id = ${openAccountId ?? null}::uuid) desc nulls last, (u.extension = ${wanted}) desc, starts_with(u.name_key, ${wanted}) desc, u.name_key, u.id
     limit ${SHOWN + 1}`;
}

/** Where to look, each as a condition that an index leads by: no user of anybody else's account is read. */
function placesOf(actor: Person, text: string, openAccountId: string | undefined): Prisma.Sql[] {
  if (actor.role !== "partner") return [Prisma.sql`u.account_id = ${actor.accountId}::uuid`];
  const ofPartner = ofCustomers(actor, Prisma.sql`u`);
  const open = openAccountId ? [Prisma.sql`u.account_id = ${openAccountId}::uuid and ${ofPartner}`] : [];
  return text.length < MIN_TEXT_FOR_ALL_ACCOUNTS ? open : [...open, ofPartner];
}
