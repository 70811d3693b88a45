/** Many users at once, as an import would leave them, and things that the phone systems hold for them. */
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/db/id.ts";

type Fields = Partial<Omit<Prisma.UserCreateManyInput, "accountId" | "id">>;

/** Adds users with the given fields straight to the database; gives their ids in the order of the list. */
export async function manyUsers(accountId: string, users: Fields[]): Promise<string[]> {
  const { prisma } = database();
  const rows = users.map((fields, index) => {
    const id = newId();
    const name = fields.name ?? `User ${String(index).padStart(5, "0")}`;
    return { email: `${id}@many.example`, ...fields, name, accountId, id };
  });
  await prisma.user.createMany({ data: rows });
  await prisma.account.update({ where: { id: accountId }, data: { userCount: { increment: rows.length } } });
  return rows.map((row) => row.id);
}

/** Gives a user a phone on a phone system. */
export async function aPhone(accountId: string, userId: string, number = "2201"): Promise<{ elementId: string }> {
  const { prisma } = database();
  const elementId = newId();
  await prisma.networkElement.create({
    data: { accountId, id: elementId, kind: "mivb", name: `PBX ${elementId}`, address: "http://127.0.0.1:1", username: "portal", passwordSealed: Buffer.from("sealed"), status: "connected", checkedAt: new Date() },
  });
  await prisma.service.create({ data: { accountId, userId, kind: "mivb.phone", key: number, elementId, number, attributes: { number } } });
  return { elementId };
}
