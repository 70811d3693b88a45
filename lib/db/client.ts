/** The one way to the database: a connection pool, and Prisma on top of the same pool. */
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { settings } from "#lib/config/settings.ts";
import { PrismaClient } from "./generated/client.ts";
import type { Prisma } from "./generated/client.ts";

/** Prisma, inside or outside a transaction. */
export type Db = Prisma.TransactionClient;

type Database = { pool: pg.Pool; prisma: PrismaClient };

// Next's development server loads modules anew on every change; the pool must not be opened anew with them.
const holder = globalThis as { portalDatabase?: Database };

/**
 * The pool and the client of this process, opened at the first call.
 * @param connectionString for a script that needs no other setting; by default that of the settings
 */
export function database(connectionString?: string): Database {
  if (!holder.portalDatabase) {
    const { url, max } = connectionString ? { url: connectionString, max: 2 } : { url: settings().DATABASE_URL, max: settings().DATABASE_POOL };
    const pool = new pg.Pool({ connectionString: url, max, application_name: "portal" });
    // An idle connection that the server closes is replaced by the pool at the next query.
    pool.on("error", () => {});
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
    holder.portalDatabase = { pool, prisma };
  }
  return holder.portalDatabase;
}

/** Closes every connection of this process; the next `database()` opens them anew. */
export async function closeDatabase(): Promise<void> {
  const open = holder.portalDatabase;
  delete holder.portalDatabase;
  if (!open) return;
  await open.prisma.$disconnect();
  await open.pool.end();
}
