import { database } from "./client.ts";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/**
 * Reads the rows of one statement. Outside a transaction it goes straight to the pool: for a list, Prisma's way there and back
 * costs as much again as the query. Columns of int8 and numeric would come in different types on the two ways; cast them.
 */
export async function readRows<Row extends object>(db: Db, query: Prisma.Sql): Promise<Row[]> {
  const { prisma, pool } = database();
  if (db !== prisma) return db.$queryRaw<Row[]>(query);
  const { rows } = await pool.query<Row>(query.text, query.values);
  return rows;
}
