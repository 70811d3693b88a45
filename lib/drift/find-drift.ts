import { Prisma } from "#lib/db/generated/client.ts";
import { countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { DriftPage, FindDriftInput } from "./schemas.ts";
import type { DriftView } from "./schemas.ts";

type DriftRow = Omit<DriftView, "detectedAt"> & { detectedAt: Date };

/** Where the systems of an account differ from what was asked for. */
export const findDrift = operation({
  name: "drift.find",
  summary: "List the differences between the portal and the systems",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindDriftInput,
  output: DriftPage,
  http: { method: "GET", path: "/accounts/{accountId}/provisioning/differences" },
  async run({ account, db }, { status, userId, ...page }) {
    const drifts = Prisma.sql`drifts d`;
    const where = [Prisma.sql`d.account_id = ${account.id}::uuid`, status === "open" ? Prisma.sql`d.status in ('open', 'adopting', 'repairing')` : Prisma.sql`d.status in ('adopted', 'repaired', 'gone')`];
    if (userId) where.push(Prisma.sql`d.user_id = ${userId}::uuid`);
    const [rows, total] = await Promise.all([
      findPage<DriftRow>(db, {
        ...page,
        select: Prisma.sql`d.id::text, d.difference, d.kind, d.key, e.name as element, d.user_id::text as "userId", u.name as "userName", d.message, d.fields, d.status, d.detected_at as "detectedAt"`,
        from: Prisma.sql`drifts d
          join network_elements e on e.account_id = d.account_id and e.id = d.element_id
          left join users u on u.account_id = d.account_id and u.id = d.user_id`,
        where,
        sort: { expression: Prisma.sql`d.detected_at`, type: "timestamptz" },
        descending: true,
        id: Prisma.sql`d.id`,
      }),
      countUpToCap(db, drifts, where),
    ]);
    return toListPage(rows, total, (row) => ({ ...row, detectedAt: row.detectedAt.toISOString() }));
  },
});
