import { z } from "zod";
import { customersOf } from "#lib/accounts/customers-of.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { ApplicationList } from "./schemas.ts";
import type { ApplicationView } from "./schemas.ts";

type Row = Omit<ApplicationView, "createdAt" | "modifiedAt"> & { createdAt: Date; modifiedAt: Date };

/** The applications of a partner, with those of their accounts that the person sees. */
async function readApplications(db: Db, partner: Person, condition: Prisma.Sql): Promise<ApplicationView[]> {
  const rows = await db.$queryRaw<Row[]>`
    select c.id::text, c.name, c.description, c.version, c.created_at as "createdAt", c.modified_at as "modifiedAt", c.modified_by as "modifiedBy",
           (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name_key, a.id), '[]')
              from application_assignments s join accounts a on a.id = s.account_id and ${customersOf(partner)}
             where s.partner_id = c.account_id and s.application_id = c.id) as accounts
      from client_applications c
     where c.account_id = ${partner.accountId}::uuid and ${condition}
     order by lower(c.name), c.id`;
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), modifiedAt: row.modifiedAt.toISOString() }));
}

/**
 * Reads one application of a partner.
 * @throws OperationError not_found when the partner has no such application
 */
export async function readApplication(db: Db, partner: Person, id: string): Promise<ApplicationView> {
  const [application] = await readApplications(db, partner, Prisma.sql`c.id = ${id}::uuid`);
  if (!application) throw notFound("The application");
  return application;
}

/** The registered applications of the partner (OP1-59, PERM-54). */
export const findApplications = operation({
  name: "client-applications.find",
  summary: "List the registered applications",
  permission: [{ feature: "developer", action: "view" }],
  scope: "partner",
  kind: "read",
  input: z.object({}),
  output: ApplicationList,
  http: { method: "GET", path: "/client-applications" },
  run: async ({ actor, db }) => ({ items: await readApplications(db, actor, Prisma.sql`true`) }),
});
