/** The desired state as it is stored: what should exist on the peers for each user. */
import type { Db } from "#lib/db/client.ts";
import { peerOf, numberOf } from "#lib/provisioning/resources.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import type { Elements } from "./read-world.ts";

export type StoredService = { userId: string; resource: Resource };

/** The services of some users, or of all users of the account. */
export async function readServices(db: Db, accountId: string, userIds?: readonly string[]): Promise<StoredService[]> {
  const rows = await db.service.findMany({ where: { accountId, ...(userIds ? { userId: { in: [...userIds] } } : {}) }, select: { userId: true, kind: true, key: true, attributes: true } });
  return rows.map(({ userId, kind, key, attributes }) => ({ userId, resource: { kind, key, attributes } as unknown as Resource }));
}

/** Resources by user. */
export function byUser(services: readonly StoredService[]): Map<string, Resource[]> {
  const map = new Map<string, Resource[]>();
  for (const { userId, resource } of services) map.set(userId, [...(map.get(userId) ?? []), resource]);
  return map;
}

/**
 * Replaces the stored services of users by others, in two statements.
 * @param wanted resources by user; a user with none has no services afterwards
 */
export async function replaceServices(db: Db, accountId: string, wanted: ReadonlyMap<string, readonly Resource[]>, elements: Elements): Promise<void> {
  const userIds = [...wanted.keys()];
  await db.$executeRaw`delete from services where account_id = ${accountId}::uuid and user_id = any(${userIds}::uuid[])`;
  const rows = [...wanted].flatMap(([userId, resources]) =>
    resources.map((resource) => ({
      user_id: userId,
      kind: resource.kind,
      key: resource.key,
      element_id: elements[peerOf(resource.kind)]?.id,
      attributes: resource.attributes,
      number: numberOf(resource),
    })),
  );
  await db.$executeRaw`
    insert into services (account_id, user_id, kind, key, element_id, attributes, number)
    select ${accountId}::uuid, s.user_id, s.kind, s.key, s.element_id, s.attributes, s.number
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as s (user_id uuid, kind text, key text, element_id uuid, attributes jsonb, number text)`;
}
