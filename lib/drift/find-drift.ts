import { Prisma } from "#lib/db/generated/client.ts";
import { countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { DriftPage, FindDriftInput } from "./schemas.ts";
import type { DriftView } from "./schemas.ts";

export type DriftRow = Omit<DriftView, "detectedAt"> & { detectedAt: Date };

/** Where the systems of an account differ from what was asked for. */
export const findDrift = operation({
  name: "drift.find",
  summary: "List the differences between the portal and the systems",
  permission: [{ feature: "users", action: "view" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "read",
  input: FindDriftInput,
  output: DriftPage,
  http: { method: "GET", path: "/accounts/{accountId}/provisioning/differences" },
  async run({ account, db }, { status, userId, ...page }) {
    const request = driftRequest(account.id, { status, userId });
    const [rows, total] = await Promise.all([findPage<DriftRow>(db, { ...request, ...page }), countUpToCap(db, Prisma.sql`drifts d`, request.where)]);
    return toListPage(rows, total, toDriftView);
  },
});

/** The differences that a filter means, the latest first. */
export function driftRequest(accountId: string, { status, userId }: Pick<FindDriftInput, "status" | "userId">): ListRequest {
  const where = [Prisma.sql`d.account_id = ${accountId}::uuid`, status === "open" ? Prisma.sql`d.status in ('open', 'adopting', 'repairing')` : Prisma.sql`d.status in ('adopted', 'repaired', 'gone')`];
  if (userId) where.push(Prisma.sql`d.user_id = ${userId}::uuid`);
  return {
    select: Prisma.sql`d.id::text, d.difference, d.kind, d.key, e.name as element, d.user_id::text as "userId", u.name as "userName", d.message, d.fields, d.status, d.detected_at as "detectedAt"`,
    from: Prisma.sql`drifts d
      join network_elements e on e.account_id = d.account_id and e.id = d.element_id
      left join users u on u.account_id = d.account_id and u.id = d.user_id`,
    where,
    sort: { expression: Prisma.sql`d.detected_at`, type: "timestamptz" },
    descending: true,
    id: Prisma.sql`d.id`,
  };
}

/** A row of the list. */
export function toDriftView({ detectedAt, ...row }: DriftRow): DriftView {
  return { ...row, detectedAt: detectedAt.toISOString() };
}
