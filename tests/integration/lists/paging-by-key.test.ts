import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { USER_SORTS } from "#lib/users/schemas.ts";
import type { UserPage } from "#lib/users/schemas.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { manyUsers } from "#tests/builders/many-users.ts";

const ORDER: Record<(typeof USER_SORTS)[number], string> = { name: "name_key", email: `email collate "C"`, extension: "extension_key", modified: "modified_at" };

/** Few values, so that many rows share one and only the id tells them apart. */
const user = fc.record({
  name: fc.constantFrom("Ada", "ada", "Ádám", "Zoë", "Østergaard", "李", "O'Neil", "_", "%", "\\"),
  extension: fc.constantFrom("", "7", "70", "2201", "02201"),
  modifiedAt: fc.constantFrom(new Date("2026-10-25T00:30:00.000Z"), new Date("2026-10-25T01:30:00.001Z"), new Date("1970-01-01T00:00:00Z")),
});

type Resolved = Awaited<ReturnType<Awaited<ReturnType<typeof aPartner>>["at"]>>;

async function page(resolved: Resolved, input: object): Promise<UserPage> {
  return runOperation(findUsers, { resolved, input });
}

/** The ids of the whole list, walked from its start to its end and back again. */
async function walk(resolved: Resolved, sort: string, size: number): Promise<{ forth: string[]; back: string[] }> {
  let at = await page(resolved, { sort, size });
  const pages = [at];
  while (at.next !== null) pages.push((at = await page(resolved, { sort, size, after: at.next })));
  const back = [at];
  while (at.previous !== null) back.unshift((at = await page(resolved, { sort, size, before: at.previous })));
  return { forth: idsOf(pages), back: idsOf(back) };
}

function idsOf(pages: UserPage[]): string[] {
  return pages.flatMap(({ items }) => items.map(({ id }) => id));
}

test.each(USER_SORTS)("pains 13: walking the list by %s forth and back gives every row once and in order, in either direction", async (column) => {
  const partner = await aPartner();
  await fc.assert(
    fc.asyncProperty(fc.array(user, { maxLength: 24 }), fc.integer({ min: 1, max: 7 }), fc.constantFrom("", "-"), async (users, size, direction) => {
      const account = await anAccount(partner);
      await manyUsers(account.id, users);
      const order = direction === "-" ? "desc" : "asc";
      const { rows } = await database().pool.query<{ id: string }>(`select id from users where account_id = $1 order by ${ORDER[column]} ${order}, id ${order}`, [account.id]);
      const { forth, back } = await walk(await partner.at(account.id), `${direction}${column}`, size);
      expect(forth).toEqual(rows.map(({ id }) => id));
      expect(back).toEqual(forth);
    }),
    { numRuns: 12 },
  );
});

test("a key that is none of ours is refused, and one of another account leads nowhere", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const other = await anAccount(partner, { name: "Harbor Clinic" });
  await manyUsers(account.id, [{}, {}, {}]);
  await manyUsers(other.id, [{}, {}, {}]);
  const resolved = await partner.at(account.id);
  await expect(page(resolved, { after: "nonsense" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "after" }] });
  const foreign = await page(await partner.at(other.id), { size: 1 });
  const mine = await page(resolved, { after: foreign.next });
  const { rows } = await database().pool.query<{ id: string }>("select id from users where account_id = $1", [account.id]);
  expect(mine.items.every(({ id }) => rows.some((row) => row.id === id))).toBe(true);
});

test("a key with what no key of ours has, or of the same list in another order, is refused and no error of the database", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const ids = await manyUsers(account.id, [{}, {}, {}]);
  const resolved = await partner.at(account.id);
  const key = (content: unknown) => Buffer.from(JSON.stringify(content)).toString("base64url");
  const byName = await page(resolved, { size: 1, sort: "name" });
  const asked = [
    { after: byName.next, sort: "modified" },
    { before: byName.next, sort: "-modified" },
    { after: key(["2026-02-30 10:00:00+00", ids[0]]), sort: "modified" },
    { after: key(["a\0b", ids[0]]) },
    { after: key(["\ud800", ids[0]]) },
    { after: key(["a", "-".repeat(36)]) },
    ...[null, 5, [], "text", {}, [1, ids[0]], ["a"]].map((content) => ({ after: key(content) })),
  ];
  for (const input of asked) await expect(page(resolved, input), JSON.stringify(input)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "after" }] });
  const byTime = await page(resolved, { size: 1, sort: "modified" });
  expect((await page(resolved, { size: 1, sort: "modified", after: byTime.next })).items).toHaveLength(1);
});

test("rows added in front of a page shift nothing on the pages after it", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  await manyUsers(account.id, Array.from({ length: 10 }, (_, index) => ({ name: `M ${index}` })));
  const resolved = await partner.at(account.id);
  const first = await page(resolved, { size: 4 });
  await manyUsers(account.id, [{ name: "A first" }, { name: "B second" }]);
  const second = await page(resolved, { size: 4, after: first.next });
  expect(second.items.map(({ name }) => name)).toEqual(["M 4", "M 5", "M 6", "M 7"]);
});
