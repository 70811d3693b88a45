/** Users as a directory sees them (RFC 7643, 4.1). */
import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import type { Attributes } from "./attributes.ts";
import { USER_SCHEMA } from "./names.ts";
import { attributesOf } from "./portal-user.ts";
import type { PortalUser } from "./portal-user.ts";

export const UserResource = z.looseObject({ schemas: z.array(z.string()), id: z.uuid(), meta: z.object({ resourceType: z.literal("User"), created: z.iso.datetime(), lastModified: z.iso.datetime(), location: z.string() }) });
export type UserResource = z.infer<typeof UserResource>;

export type DirectoryUser = PortalUser & {
  id: string;
  origin: string;
  active: boolean;
  /** Null while the directory has sent nothing of the user. */
  attributes: Attributes | null;
  created: Date;
  lastModified: Date;
};

const COLUMNS = Prisma.sql`
  u.id::text, u.email, u.first_name as "firstName", u.last_name as "lastName", u.name, u.mobile_number as "mobileNumber", u.origin, u.disabled_at is null as active,
  s.attributes, u.created_at as created, greatest(u.modified_at, s.modified_at) as "lastModified"`;
const TABLES = Prisma.sql`users u left join scim_users s on s.account_id = u.account_id and s.user_id = u.id`;

/** Who was deleted here has no account any more, and is not there for the directory until it sends them anew (OP1-35). */
export function visible(accountId: string): Prisma.Sql {
  return Prisma.sql`u.account_id = ${accountId}::uuid and (u.disabled_at is null or s.user_id is not null)`;
}

/** One page of the users that conditions mean, oldest first, and how many there are. */
export async function readUsers(db: Db, accountId: string, conditions: readonly Prisma.Sql[], page: { offset: number; limit: number }): Promise<{ total: number; users: DirectoryUser[] }> {
  const where = Prisma.join([visible(accountId), ...conditions], " and ");
  const [counted] = await db.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${TABLES} where ${where}`;
  const total = counted!.total;
  if (page.limit === 0 || page.offset >= total) return { total, users: [] };
  const users = await db.$queryRaw<DirectoryUser[]>`select ${COLUMNS} from ${TABLES} where ${where} order by u.id limit ${page.limit} offset ${page.offset}`;
  return { total, users };
}

const UUID = z.uuid();

/**
 * One user.
 * @throws OperationError not_found when the account has none of this id whom the directory may see
 */
export async function readDirectoryUser(db: Db, accountId: string, id: string): Promise<DirectoryUser> {
  const [row] = UUID.safeParse(id).success ? await db.$queryRaw<DirectoryUser[]>`select ${COLUMNS} from ${TABLES} where ${visible(accountId)} and u.id = ${id}::uuid` : [];
  if (!row) throw notFound(`There is no user ${JSON.stringify(id.slice(0, 100))}.`);
  return row;
}

/** What the directory has sent of a user; where it has sent nothing, what it would have. */
export function currentAttributes(user: DirectoryUser): Attributes {
  return { ...(user.attributes ?? attributesOf(user)), active: user.active };
}

/** A user as it is answered. `address` is the Tenant URL. */
export function toResource(user: DirectoryUser, address: string): UserResource {
  return {
    schemas: [USER_SCHEMA],
    id: user.id,
    ...currentAttributes(user),
    meta: { resourceType: "User", created: user.created.toISOString(), lastModified: user.lastModified.toISOString(), location: `${address}/Users/${user.id}` },
  };
}
