/** Taking over what the PBX of a tenant has given and withdrawn (UNIFY-15). */
import type { Db } from "#lib/db/client.ts";
import type { Emit } from "#lib/events/emit.ts";
import { changeLicenses } from "#lib/licenses/change-set.ts";
import { UNASSIGN } from "#lib/licenses/schemas.ts";
import type { License } from "./client.ts";
import { sortLicenses } from "./sort-licenses.ts";
import type { KnownUser, SortedLicenses } from "./sort-licenses.ts";

const PRODUCT = "unify_phone";
const PLAN = "user";

type Frame = { db: Db; emit: Emit; accountId: string; now: Date };

/** Gives and takes the licenses of users, with an event for each; users are known by their addresses. */
export async function settleLicenses(frame: Frame, licenses: readonly License[]): Promise<SortedLicenses> {
  const sorted = sortLicenses(licenses, await readUsers(frame, licenses));
  if (sorted.taken.length > 0) await changeLicenses(frame, sorted.taken, { product: PRODUCT, licenses: UNASSIGN, features: {} });
  if (sorted.given.length > 0) await changeLicenses(frame, sorted.given, { product: PRODUCT, licenses: PLAN, features: {} });
  return sorted;
}

/** Takes the licenses of all users, when the integration goes (UNIFY-21). Gives how many those were. */
export async function revokeLicenses(frame: Frame): Promise<number> {
  return (await settleLicenses(frame, [])).taken.length;
}

/** Those who have a license, and those whom the PBX means; locked before the licenses, as whoever deletes users does it. */
function readUsers({ db, accountId }: Frame, licenses: readonly License[]): Promise<KnownUser[]> {
  const emails = licenses.map(({ email }) => email.toLowerCase());
  return db.$queryRaw<KnownUser[]>`
    select u.id::text as "userId", u.email, l.user_id is not null as has
      from users u left join licenses l on l.account_id = u.account_id and l.user_id = u.id and l.product = ${PRODUCT}
     where u.account_id = ${accountId}::uuid and ((u.email = any(${emails}::text[]) and u.disabled_at is null) or l.user_id is not null)
     order by u.id for key share of u`;
}
