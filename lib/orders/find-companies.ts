import { z } from "zod";
import { customersOf } from "#lib/accounts/customers-of.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { Company } from "./schemas.ts";

const CHOICES = 25;

/** Active customer accounts by part of their name, to give an order to one (ORDER-17): who may do that may not see the list of accounts (PERM-59). */
export const findCompanies = operation({
  name: "orders.find-companies",
  summary: "Customer accounts that orders can be assigned to",
  permission: [{ feature: "orders", action: "view" }],
  scope: "partner",
  kind: "read",
  input: z.object({ search: z.string().trim().max(100).default("") }),
  output: z.object({ items: z.array(Company) }),
  http: { method: "GET", path: "/orders/companies" },
  run: async ({ actor, db }, { search }) => ({
    items: await readRows<Company>(db, Prisma.sql`
      select a.id::text, a.name from accounts a
       where ${customersOf(actor)} and a.status = 'active' and a.name_key like ${containsPattern(search)}
       order by a.name_key, a.id limit ${CHOICES}`),
  }),
});
