import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { OwnProblem, RowCells } from "./check-rows.ts";
import { describeProblem, NAMED_DUPLICATES } from "./describe-problem.ts";
import type { ImportRowView, RowProblem } from "./schemas.ts";

/** The columns of a row of the preview; a duplicate brings along the first rows that share its address, and one more to tell that there are others. */
export const ROW_COLUMNS = Prisma.sql`
  r.position, r.version, r.first_name as "firstName", r.last_name as "lastName", r.name, r.email, r.role, r.errors, r.taken,
  case when r.duplicate then array(
    select d.position
      from user_import_rows d
     where d.account_id = r.account_id and d.import_id = r.import_id and d.email_key = r.email_key and d.email_key <> '' and d.position <> r.position
     order by d.position
     limit ${NAMED_DUPLICATES + 1}) end as "sameAs"`;

export type RowColumns = RowCells & {
  position: number;
  version: number;
  errors: OwnProblem[];
  taken: boolean;
  /** Null for a row whose address no other row has. */
  sameAs: number[] | null;
};

/** A row of the preview with what is wrong with it, cell by cell. */
export function toRowView({ errors, taken, sameAs, ...row }: RowColumns): ImportRowView {
  const problems: RowProblem[] = [...errors];
  if (taken) problems.push("email_taken");
  if (sameAs) problems.push("email_duplicate");
  const { position, version, firstName, lastName, name, email, role } = row;
  return { position, version, firstName, lastName, name, email, role, errors: problems.map((problem) => describeProblem(problem, sameAs ?? [])) };
}

/** Which rows of an import are meant, always with the account first. */
export function rowConditions(accountId: string, importId: string): Prisma.Sql[] {
  return [Prisma.sql`r.account_id = ${accountId}::uuid`, Prisma.sql`r.import_id = ${importId}::uuid`];
}

/** Rows of an import by their numbers, in the order of the file. */
export async function readRows(db: Db, accountId: string, importId: string, positions: readonly number[]): Promise<ImportRowView[]> {
  const rows = await db.$queryRaw<RowColumns[]>`
    select ${ROW_COLUMNS} from user_import_rows r
     where ${Prisma.join(rowConditions(accountId, importId), " and ")} and r.position = any(${[...positions]}::int[])
     order by r.position`;
  return rows.map(toRowView);
}
