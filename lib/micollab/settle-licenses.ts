/** Taking over what the MiCollab server has assigned, as far as the account owns it (MEETMC-10). */
import type { Db } from "#lib/db/client.ts";
import type { Emit } from "#lib/events/emit.ts";
import { changeLicenses } from "#lib/licenses/change-set.ts";
import { lockCounts } from "#lib/licenses/counts.ts";
import { UNASSIGN } from "#lib/licenses/schemas.ts";
import { readEntitlement } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { entitledTo } from "#lib/products/skus.ts";
import type { MeetingsLicence } from "#lib/provisioning/adapters/cloudlink.ts";
import { sortLicenses } from "./sort-licenses.ts";
import type { UserOfServer } from "./sort-licenses.ts";

const PRODUCT = "miteam_meetings";
const PLAN = "meetings";

type Frame = { db: Db; emit: Emit; accountId: string; now: Date };

export type Settled = { assigned: string[]; refused: { userId: string; name: string }[]; unknown: string[] };

/**
 * Gives and takes licenses as the server says. One that a user had before the server assigned any stays (MEETMC-02): only what the
 * server has given before can it withdraw. What it assigns beyond what the account owns is not given, and told.
 * @param before the users to whom it had assigned one when it was asked last
 */
export async function settleLicenses(frame: Frame, given: readonly MeetingsLicence[], before: readonly string[]): Promise<Settled> {
  const { db, accountId, now } = frame;
  const users = await readUsers(db, accountId, given, before);
  const assigned = await lockCounts(db, accountId, PRODUCT);
  const holders = await readHolders(db, accountId, users.map(({ userId }) => userId));
  const entitled = entitledTo(await readEntitlement(db, accountId, dayOf(now)), PRODUCT, PLAN);
  const sorted = sortLicenses({ given, before, users, holders, free: entitled - (assigned.get(PLAN) ?? 0) });
  const idsOf = (some: readonly UserOfServer[]) => some.map(({ userId }) => userId);
  if (sorted.withdrawn.length > 0) await changeLicenses(frame, idsOf(sorted.withdrawn), { product: PRODUCT, licenses: UNASSIGN, features: {} });
  if (sorted.taken.length > 0) await changeLicenses(frame, idsOf(sorted.taken), { product: PRODUCT, licenses: PLAN, features: {} });
  return { assigned: idsOf(sorted.kept), refused: sorted.refused.map(({ userId, name }) => ({ userId, name })), unknown: sorted.unknown };
}

/** The users that the server means, and those it had meant; locked before the licenses, as whoever deletes users does it. */
async function readUsers(db: Db, accountId: string, given: readonly MeetingsLicence[], before: readonly string[]): Promise<UserOfServer[]> {
  const names = given.map(({ userName }) => userName);
  const emails = given.map(({ email }) => email.toLowerCase()).filter((email) => email !== "");
  return db.$queryRaw<UserOfServer[]>`
    select id::text as "userId", name, email, login_id as "loginId" from users
     where account_id = ${accountId}::uuid and (login_id = any(${names}::text[]) or email = any(${emails}::text[]) or id = any(${before}::uuid[]))
     order by id for key share`;
}

async function readHolders(db: Db, accountId: string, userIds: string[]): Promise<ReadonlySet<string>> {
  const rows = await db.license.findMany({ where: { accountId, product: PRODUCT, userId: { in: userIds } }, select: { userId: true } });
  return new Set(rows.map(({ userId }) => userId));
}
