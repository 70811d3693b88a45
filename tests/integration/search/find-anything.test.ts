import { beforeAll, expect, test } from "vitest";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findAnything } from "#lib/search/find-anything.ts";
import { countQueries } from "#tests/builders/count-queries.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { byCookie, send } from "#tests/builders/rest.ts";

let partner: SignedIn & { accountId: string };
let other: SignedIn & { accountId: string };
let ballad: string;
let harbor: string;
let foreign: string;
let admin: SignedIn;
let user: SignedIn;

beforeAll(async () => {
  partner = await aPartner();
  other = await aPartner();
  ballad = (await anAccount(partner, { name: "Ballad Industries" })).id;
  harbor = (await anAccount(partner, { name: "Harbor Clinic" })).id;
  foreign = (await anAccount(other, { name: "Ballad Elsewhere" })).id;
  await manyUsers(ballad, [
    { name: "Quirin Vogel", email: "quirin.vogel@ballad.example", extension: "7301" },
    { name: "Anna Quirinus", email: "anna@ballad.example", extension: "7302" },
  ]);
  await manyUsers(harbor, [{ name: "Quirin Zettel", email: "zettel@harbor.example", extension: "7301" }]);
  await manyUsers(foreign, [{ name: "Quirin Foreign", email: "quirin.vogel@elsewhere.example", extension: "7301" }]);
  admin = await aSignedInUser(partner, ballad, "account_admin");
  user = await aSignedInUser(partner, ballad, "user");
});

const search = async (person: SignedIn, text: string, openAccountId?: string) => runOperation(findAnything, { resolved: await person.at(null), input: { text, ...(openAccountId && { openAccountId }) } });
const names = async (person: SignedIn, text: string, openAccountId?: string) => (await search(person, text, openAccountId)).users.items.map(({ name }) => name);

test("a partner finds the own accounts and the users of all of them, by part of name, address or number, and nobody else's", async () => {
  const found = await search(partner, "quirin");
  expect(found.users).toEqual({
    items: [
      expect.objectContaining({ name: "Quirin Vogel", accountId: ballad, accountName: "Ballad Industries", email: "quirin.vogel@ballad.example", extension: "7301" }),
      expect.objectContaining({ name: "Quirin Zettel", accountId: harbor, accountName: "Harbor Clinic" }),
      expect.objectContaining({ name: "Anna Quirinus" }),
    ],
    more: false,
  });
  expect(await names(partner, "ZETTEL@harbor")).toEqual(["Quirin Zettel"]);
  expect(await names(partner, "730")).toEqual(["Anna Quirinus", "Quirin Vogel", "Quirin Zettel"]);
  expect((await search(partner, "ballad")).accounts.items).toEqual([{ id: ballad, name: "Ballad Industries", status: "active" }]);
  expect((await search(other, "quirin")).users.items.map(({ accountId }) => accountId)).toEqual([foreign]);
});

test("the users of the open account come first, and naming a foreign account opens nothing", async () => {
  expect(await names(partner, "7301", harbor)).toEqual(["Quirin Zettel", "Quirin Vogel"]);
  expect(await names(partner, "7301", ballad)).toEqual(["Quirin Vogel", "Quirin Zettel"]);
  expect(await names(partner, "7301", foreign)).toEqual(["Quirin Vogel", "Quirin Zettel"]);
  expect(await names(admin, "7301", harbor)).toEqual(["Quirin Vogel"]);
});

test("an account admin finds the users of the own account only, and no accounts", async () => {
  expect(await names(admin, "quirin")).toEqual(["Quirin Vogel", "Anna Quirinus"]);
  expect((await search(admin, "ballad")).accounts).toEqual({ items: [], more: false });
});

test("a user finds nobody, and costs no search", async () => {
  const resolved = await user.at(null);
  const queries = await countQueries(async () => {
    expect(await runOperation(findAnything, { resolved, input: { text: "quirin" } })).toEqual({ accounts: { items: [], more: false }, users: { items: [], more: false } });
  });
  expect(queries).toBe(0);
});

test("the very number goes before a part of it, and wildcards are letters like others", async () => {
  await manyUsers(ballad, [{ name: "Aaron Long", extension: "887301" }, { name: "Zoe Short", extension: "8873" }, { name: "100% Right" }]);
  expect(await names(partner, "8873")).toEqual(["Zoe Short", "Aaron Long"]);
  expect(await names(partner, "100%")).toEqual(["100% Right"]);
  expect(await names(partner, "q%n")).toEqual([]);
});

test("a text too short for the index is looked for in the open account alone", async () => {
  expect(await names(partner, "zo")).toEqual([]);
  expect(await names(partner, "zo", ballad)).toEqual(["Zoe Short"]);
  expect(await names(partner, "zo", harbor)).toEqual([]);
  expect(await names(admin, "zo")).toEqual(["Zoe Short"]);
});

test("eight of each kind are told, and that there are more", async () => {
  const crowded = await anAccount(partner, { name: "Crowded House" });
  await manyUsers(crowded.id, Array.from({ length: 300 }, (_, index) => ({ name: `Multiplicity ${index}` })));
  for (let count = 0; count < 9; count += 1) await anAccount(partner, { name: `Multi Store ${count}` });
  const { accounts, users } = await search(partner, "multi");
  expect([accounts.items.length, accounts.more, users.items.length, users.more]).toEqual([8, true, 8, true]);
});

test("a deactivated account is told as such, after the others, and its users are not", async () => {
  const shut = await anAccount(partner, { name: "A Shut Shop" });
  await anAccount(partner, { name: "The Open Shop" });
  await manyUsers(shut.id, [{ name: "Shop Keeper" }]);
  await runOperation(deactivateAccount, { resolved: await partner.at(shut.id), input: { word: "deactivate" } });
  const { accounts, users } = await search(partner, "shop");
  expect(accounts.items.map(({ name, status }) => [name, status])).toEqual([["The Open Shop", "active"], ["A Shut Shop", "deactivated"]]);
  expect(users.items).toEqual([]);
});

test("at the door: three queries at most, an empty text refused, nobody answered who is not signed in", async () => {
  const headers = await byCookie(partner);
  const queries = await countQueries(async () => expect(await send("GET", "/search?text=quirin", headers)).toMatchObject({ status: 200, body: { users: { more: false } } }));
  expect(queries).toBeLessThanOrEqual(3);
  expect(await send("GET", "/search?text=%20", headers)).toMatchObject({ status: 422, error: { fields: [{ path: "text" }] } });
  expect(await send("GET", `/search?text=${"x".repeat(101)}`, headers)).toMatchObject({ status: 422 });
  expect(await send("GET", "/search?text=quirin")).toMatchObject({ status: 401 });
});

test("the search over all accounts of a partner reads only the entries of that partner's users", async () => {
  const crowd = await anAccount(other, { name: "Other Crowd" });
  await manyUsers(crowd.id, Array.from({ length: 2_000 }, (_, index) => ({ name: `Quirin Crowd ${index}` })));
  const { pool } = database();
  await pool.query("analyze users");
  const { rows } = await pool.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    "explain (analyze, format json) select u.id from users u where u.partner_id = $1::uuid and u.search_text like '%quirin%' limit 200",
    [partner.accountId],
  );
  const scan = nodesOf(rows[0]!["QUERY PLAN"][0].Plan).find((node) => node["Index Name"] === "users_by_text")!;
  expect(scan["Index Cond"]).toContain("partner_id");
  expect(scan["Index Cond"]).toContain("search_text");
  expect(scan["Actual Rows"]).toBe(3);
});

type PlanNode = { "Index Name"?: string; "Index Cond"?: string; "Actual Rows": number; Plans?: PlanNode[] };

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
