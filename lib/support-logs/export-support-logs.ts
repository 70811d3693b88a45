import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { findPage } from "#lib/lists/find-page.ts";
import { zonedTime } from "#lib/lists/zoned-time.ts";
import type { FileAnswer } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import { writeCsv } from "#lib/spreadsheets/write-csv.ts";
import { writeXlsx } from "#lib/spreadsheets/write-xlsx.ts";
import { exportColumns } from "./export-columns.ts";
import { ExportSupportLogsInput } from "./schemas.ts";
import type { SupportLogItem } from "./schemas.ts";
import { logConditions, logPageRequest, toSupportLogItem } from "./support-log-filter.ts";
import type { SupportLogRow } from "./support-log-filter.ts";

const ROWS_PER_QUERY = 1_000;

/** The list as a file: the rows that match, with the columns and the order of the screen, times with their zone. */
export const exportSupportLogs = operation({
  name: "support-logs.export",
  summary: "The list of support logs as a csv or xlsx file",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "read",
  input: ExportSupportLogsInput,
  output: z.custom<FileAnswer>(),
  http: { method: "GET", path: "/accounts/{accountId}/support-logs/export" },
  async run({ account, db, now }, input) {
    const time = zonedTime(input.timeZone ?? account.timeZone);
    const columns = exportColumns(input.columns);
    const cells = async function* () {
      for await (const log of matchingLogs(db, account.id, input)) yield columns.map((column) => column.cell(log, time));
    };
    const name = `Support Logs of ${account.name} ${time(now.toISOString()).slice(0, 10)}`;
    if (input.format === "csv") return { fileName: `${name}.csv`, contentType: "text/csv; charset=utf-8", body: writeCsv(columns, cells()) };
    return { fileName: `${name}.xlsx`, contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body: writeXlsx("Support Logs", columns, cells()) };
  },
});

async function* matchingLogs(db: Db, accountId: string, { sort, ...filter }: z.output<typeof ExportSupportLogsInput>): AsyncGenerator<SupportLogItem> {
  const where = logConditions(accountId, filter);
  let after: string | undefined;
  do {
    const { rows, next } = await findPage<SupportLogRow>(db, { ...logPageRequest({ sort, size: ROWS_PER_QUERY, after, before: undefined }), where });
    for (const row of rows) yield toSupportLogItem(row);
    after = next ?? undefined;
  } while (after !== undefined);
}
