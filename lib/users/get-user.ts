import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import type { Attributes } from "#lib/scim/attributes.ts";
import { describeAttributes } from "#lib/scim/describe-attributes.ts";
import type { DirectoryData } from "#lib/scim/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import { UserDetails } from "./schemas.ts";
import type { UserMail, UserRun, UserService, UserView } from "./schemas.ts";
import { currentSource } from "./source.ts";
import { toUserView, USER_COLUMNS, USER_TABLES } from "./user-view.ts";
import type { UserRow } from "./user-view.ts";

/** How much of the past a user's page shows; the rest is in the history. */
const LATEST = 5;

/**
 * Reads one user of an account.
 * @throws OperationError not_found when the account has no such user
 */
export async function readUser(db: Db, accountId: string, userId: string): Promise<UserView> {
  const [row] = await db.$queryRaw<UserRow[]>(Prisma.sql`
    select ${USER_COLUMNS} from ${USER_TABLES} where u.account_id = ${accountId}::uuid and u.id = ${userId}::uuid`);
  if (!row) throw notFound("The user");
  return toUserView(row);
}

const SERVICES = Prisma.sql`
  select coalesce(json_agg(json_build_object('kind', s.kind, 'key', s.key, 'element', e.name, 'elementKind', e.kind, 'number', s.number)
                           order by e.kind, s.kind, s.key), '[]')
    from services s join network_elements e on e.account_id = s.account_id and e.id = s.element_id
   where s.account_id = u.account_id and s.user_id = u.id`;

const RUNS = Prisma.sql`
  select coalesce(json_agg(json_build_object('id', l.id, 'planId', l.plan_id, 'title', l.title, 'status', l.status, 'done', l.done_count,
                                             'of', l.step_count, 'error', l.error, 'createdAt', l.created_at) order by l.created_at desc, l.id desc), '[]')
    from (select q.*, p.title, p.created_at from provisioning_runs q join provisioning_plans p on p.account_id = q.account_id and p.id = q.plan_id
           where q.account_id = u.account_id and q.user_id = u.id order by p.created_at desc, q.id desc limit ${LATEST}) l`;

const MAILS = Prisma.sql`
  select coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'recipient', l.recipient, 'status', l.status, 'attempts', l.attempts,
                                             'error', l.error, 'createdAt', l.created_at, 'sentAt', l.sent_at) order by l.created_at desc, l.id desc), '[]')
    from (select m.* from mail_messages m where m.account_id = u.account_id and m.user_id = u.id order by m.created_at desc, m.id desc limit ${LATEST}) l`;

const DIRECTORY = Prisma.sql`
  select json_build_object('attributes', d.attributes, 'createdAt', d.created_at, 'modifiedAt', d.modified_at) from scim_users d where d.account_id = u.account_id and d.user_id = u.id`;

type Sent = { attributes: Attributes; createdAt: string; modifiedAt: string };
/** Added to the user by hand, or there as the PBX serves them already. */
export const HAS_MIVB_SERVICE = Prisma.sql`(
  exists (select from telephony_products x where x.account_id = u.account_id and x.user_id = u.id and x.product = 'mivoice_business')
  or exists (select from services s where s.account_id = u.account_id and s.user_id = u.id and s.kind = 'mivb.user'))`;

type DetailRow = UserRow & { login_id: string | null; has_mivb_service: boolean; created_at: Date; service_list: UserService[]; runs: UserRun[]; mails: UserMail[]; directory: Sent | null };

/** One user with services, latest runs and latest mails (USER-40 to USER-45). One query. */
export const getUser = operation({
  name: "users.get",
  summary: "One user of an account",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ userId: z.uuid() }),
  output: UserDetails,
  http: { method: "GET", path: "/accounts/{accountId}/users/{userId}" },
  async run({ account, db }, { userId }) {
    const [row] = await db.$queryRaw<DetailRow[]>(Prisma.sql`
      select ${USER_COLUMNS}, u.login_id, ${HAS_MIVB_SERVICE} as has_mivb_service, u.created_at, (${SERVICES}) as service_list, (${RUNS}) as runs, (${MAILS}) as mails, (${DIRECTORY}) as directory
        from ${USER_TABLES} where u.account_id = ${account.id}::uuid and u.id = ${userId}::uuid`);
    if (!row) throw notFound("The user");
    return {
      ...toUserView(row),
      loginId: row.login_id,
      hasMivbService: row.has_mivb_service,
      createdAt: row.created_at.toISOString(),
      lockedFields: [...currentSource(row.origin, account.integrations).fields],
      serviceList: row.service_list,
      runs: row.runs.map((run) => ({ ...run, createdAt: isoTime(run.createdAt) })),
      directory: row.directory && directoryData(row.directory),
      mails: row.mails.map((mail) => ({ ...mail, createdAt: isoTime(mail.createdAt), sentAt: mail.sentAt && isoTime(mail.sentAt) })),
    };
  },
});

/** What the directory has sent of the user (USER-46). */
function directoryData({ attributes, createdAt, modifiedAt }: Sent): DirectoryData {
  return { lines: describeAttributes(attributes), createdAt: isoTime(createdAt), modifiedAt: isoTime(modifiedAt) };
}

/** A moment as PostgreSQL puts it into JSON, with the zone of the connection, as the same moment in UTC. */
function isoTime(text: string): string {
  return new Date(text).toISOString();
}
