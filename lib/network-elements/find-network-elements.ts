import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { NetworkElementList } from "./schemas.ts";
import type { ElementKind, NetworkElementView } from "./schemas.ts";

type ElementRow = Omit<NetworkElementView, "checkedAt" | "modifiedAt"> & { checkedAt: Date; modifiedAt: Date };

async function readElements(db: Db, accountId: string, condition: Prisma.Sql): Promise<NetworkElementView[]> {
  const rows = await db.$queryRaw<ElementRow[]>`
    select e.id::text, e.kind, e.name, e.address, e.username, e.release, e.status, e.status_message as "statusMessage", e.checked_at as "checkedAt",
           e.modified_at as "modifiedAt", e.modified_by as "modifiedBy", e.version,
           (select count(*)::int from services s where s.account_id = e.account_id and s.element_id = e.id) as "serviceCount"
      from network_elements e
     where e.account_id = ${accountId}::uuid and ${condition}
     order by array_position(array['mivb', 'mbg', 'micollab', 'micc', 'oig'], e.kind)`;
  return rows.map((row) => ({ ...row, kind: row.kind as ElementKind, checkedAt: row.checkedAt.toISOString(), modifiedAt: row.modifiedAt.toISOString() }));
}

/**
 * Reads one network element of an account.
 * @throws OperationError not_found when the account has no such element
 */
export async function readElement(db: Db, accountId: string, elementId: string): Promise<NetworkElementView> {
  const [element] = await readElements(db, accountId, Prisma.sql`e.id = ${elementId}::uuid`);
  if (!element) throw notFound("The network element");
  return element;
}

/** The systems of an account that serve its users. */
export const findNetworkElements = operation({
  name: "network-elements.find",
  summary: "List the network elements of an account",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: NetworkElementList,
  http: { method: "GET", path: "/accounts/{accountId}/network-elements" },
  run: async ({ account, db }) => ({ items: await readElements(db, account.id, Prisma.sql`true`) }),
});
