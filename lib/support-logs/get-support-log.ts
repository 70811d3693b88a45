import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { SupportLogView } from "./schemas.ts";

type ViewRow = Omit<SupportLogView, "createdAt" | "modifiedAt"> & { createdAt: Date; modifiedAt: Date };

const ATTACHMENTS = Prisma.sql`
  select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'fileName', f.file_name, 'contentType', f.content_type, 'size', f.size) order by f.position), '[]')
    from support_log_attachments f where f.account_id = s.account_id and f.log_id = s.id`;

/**
 * Reads one support log of an account, without the contents of its files. One query.
 * @throws OperationError not_found when the account has no such log
 */
export async function readSupportLog(db: Db, accountId: string, logId: string): Promise<SupportLogView> {
  const [row] = await readRows<ViewRow>(
    db,
    Prisma.sql`
    select s.id::text, s.product, s.platform, s.title, s.topic, s.description, s.log_level as "logLevel", s.state, s.notes, s.version,
           s.created_at as "createdAt", s.modified_at as "modifiedAt", s.modified_by as "modifiedBy", s.user_details as "userDetails",
           s.device_details as "deviceDetails", s.error_information as "errorInformation", s.signal_strength as "signalStrength",
           s.account_id::text as "accountId", s.reporter_id::text as "userId", s.reporter_email as "reporterEmail",
           coalesce(p.miaccess_organisation, p.id::text, '') as "partnerId", (${ATTACHMENTS}) as attachments
      from support_logs s join accounts a on a.id = s.account_id left join accounts p on p.id = a.partner_id
     where s.account_id = ${accountId}::uuid and s.id = ${logId}::uuid`,
  );
  if (!row) throw notFound("The support log");
  return { ...row, createdAt: row.createdAt.toISOString(), modifiedAt: row.modifiedAt.toISOString() };
}

/** One support log with all that its page shows (LOGS-11 to LOGS-18). */
export const getSupportLog = operation({
  name: "support-logs.get",
  summary: "One support log of an account",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ logId: z.uuid() }),
  output: SupportLogView,
  http: { method: "GET", path: "/accounts/{accountId}/support-logs/{logId}" },
  run: ({ account, db }, { logId }) => readSupportLog(db, account.id, logId),
});
