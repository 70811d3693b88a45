import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { findPage } from "#lib/lists/find-page.ts";
import { zonedTime } from "#lib/lists/zoned-time.ts";
import type { FileAnswer } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import { writeCsv } from "#lib/spreadsheets/write-csv.ts";
import { writeXlsx } from "#lib/spreadsheets/write-xlsx.ts";
import { exportColumns } from "./export-columns.ts";
import { userPageRequest } from "./find-users.ts";
import { ExportUsersInput } from "./schemas.ts";
import type { UserView } from "./schemas.ts";
import { userConditions } from "./user-filter.ts";
import { toUserView } from "./user-view.ts";
import type { UserRow } from "./user-view.ts";

/** Rows read at a time; the file goes out while the next ones are read. */
const ROWS_PER_QUERY = 1_000;

/** The list as a file: the rows that match, with the columns and the order of the screen (pains 47), times with their zone (pains 49). */
export const exportUsers = operation({
  name: "users.export",
  summary: "The list of users as a csv or xlsx file",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: ExportUsersInput,
  output: z.custom<FileAnswer>(),
  http: { method: "GET", path: "/accounts/{accountId}/users/export" },
  async run({ account, db, now }, input) {
    const time = zonedTime(input.timeZone ?? account.timeZone);
    const columns = exportColumns(input.columns);
    const cells = async function* () {
      for await (const user of matchingUsers(db, account.id, input)) yield columns.map((column) => column.cell(user, time));
    };
    const name = `Users of ${account.name} ${time(now.toISOString()).slice(0, 10)}`;
    if (input.format === "csv") return { fileName: `${name}.csv`, contentType: "text/csv; charset=utf-8", body: writeCsv(columns, cells()) };
    return { fileName: `${name}.xlsx`, contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body: writeXlsx("Users", columns, cells()) };
  },
});

/** All users that match, in order, read by key so that memory stays flat over any number of them. */
async function* matchingUsers(db: Db, accountId: string, { sort, ...filter }: z.output<typeof ExportUsersInput>): AsyncGenerator<UserView> {
  const where = userConditions(accountId, filter);
  let after: string | undefined;
  do {
    const { rows, next } = await findPage<UserRow>(db, { ...userPageRequest({ sort, size: ROWS_PER_QUERY, after, before: undefined }), where });
    for (const row of rows) yield toUserView(row);
    after = next ?? undefined;
  } while (after !== undefined);
}
