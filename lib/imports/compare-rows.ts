/** What makes rows wrong by comparison: with each other (IMPORT-10) and with the users of the account (IMPORT-09). Set by set, never row by row. */
import type { Db } from "#lib/db/client.ts";

/**
 * Marks every row that shares its address with another one (OP1-45). The rows are found first and then marked by their numbers:
 * joined in one statement, rows that were written a moment ago and of which the planner knows nothing yet are compared each with each.
 */
export async function markAllDuplicates(db: Db, accountId: string, importId: string): Promise<void> {
  const shared = await db.$queryRaw<{ position: number }[]>`
    select position
      from (select position, count(*) over (partition by email_key) as rows from user_import_rows
             where account_id = ${accountId}::uuid and import_id = ${importId}::uuid and email_key <> '') as counted
     where rows > 1`;
  if (shared.length === 0) return;
  await db.$executeRaw`
    update user_import_rows r
       set duplicate = true
     where r.account_id = ${accountId}::uuid and r.import_id = ${importId}::uuid and r.position = any(${shared.map(({ position }) => position)}::int[])`;
}

/** As `markAllDuplicates`, looking only at the rows that have one of these addresses. */
export async function markDuplicatesOf(db: Db, accountId: string, importId: string, addresses: readonly string[]): Promise<void> {
  await db.$executeRaw`
    update user_import_rows r
       set duplicate = counted.shared
      from (select email_key, count(*) > 1 as shared from user_import_rows
             where account_id = ${accountId}::uuid and import_id = ${importId}::uuid and email_key <> '' and email_key = any(${[...addresses]}::text[])
             group by email_key) as counted
     where r.account_id = ${accountId}::uuid and r.import_id = ${importId}::uuid and r.email_key = counted.email_key and r.duplicate <> counted.shared`;
}

/** Marks the rows whose address a user of the account has by now, and takes the mark off those whose address has become free. */
export async function markTaken(db: Db, accountId: string, importId: string): Promise<void> {
  await db.$executeRaw`
    update user_import_rows r
       set taken = not r.taken
     where r.account_id = ${accountId}::uuid and r.import_id = ${importId}::uuid
       and r.taken <> exists (select 1 from users u where u.account_id = r.account_id and u.email = r.email_key)`;
}

/** Counts anew the rows of an import that are in error; what is in order is not looked at. */
export async function countErrors(db: Db, accountId: string, importId: string): Promise<void> {
  await db.$executeRaw`
    update user_imports
       set error_count = (select count(*) from user_import_rows r where r.account_id = ${accountId}::uuid and r.import_id = ${importId}::uuid and not r.valid)
     where account_id = ${accountId}::uuid and id = ${importId}::uuid`;
}
