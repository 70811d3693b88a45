import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { findEvents } from "#lib/events/find-events.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addUser } from "#lib/users/add-user.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { countQueries } from "#tests/builders/count-queries.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";

async function anAccountInView() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  await anIntegration(account.id);
  const find = async (input: object = {}) => runOperation(findEvents, { resolved: await partner.at(account.id), input });
  return { partner, account, find };
}

/** Events of one user at the given moments. */
async function eventsAt(accountId: string, moments: string[], fields: { assetId?: string; assetName?: string; actorName?: string } = {}): Promise<void> {
  const { assetId = newId(), assetName = "Ada Brandt", actorName = "Mara Lindqvist" } = fields;
  await database().prisma.event.createMany({
    data: moments.map((at) => ({ accountId, id: newId(), at: new Date(at), operation: "users.update", action: "Edit", assetKind: "user", assetId, assetName, actorName, origin: "session", correlationId: newId() })),
  });
}

test("EVENT-01 partner and account admin see the history, newest first, and can turn it round; a user sees none", async () => {
  const { partner, account, find } = await anAccountInView();
  await eventsAt(account.id, ["2026-11-20T09:00:00Z", "2026-11-20T11:00:00Z", "2026-11-20T10:00:00Z"]);
  const days = (page: Awaited<ReturnType<typeof find>>) => page.items.filter(({ assetName }) => assetName === "Ada Brandt").map(({ at }) => at.slice(11, 13));
  expect(days(await find())).toEqual(["11", "10", "09"]);
  expect(days(await find({ sort: "at" }))).toEqual(["09", "10", "11"]);
  const admin = await aSignedInUser(partner, account.id);
  await expect(runOperation(findEvents, { resolved: await admin.at(account.id), input: {} })).resolves.toMatchObject({ totalIsExact: true });
  const user = await aSignedInUser(partner, account.id, "user");
  await expect(runOperation(findEvents, { resolved: await user.at(account.id), input: {} })).rejects.toMatchObject({ code: "forbidden" });
});

test("pains 44: add, change and delete are there at once, each with who, what, before and after", async () => {
  const { partner, account, find } = await anAccountInView();
  const resolved = await partner.at(account.id);
  const ada = await runOperation(addUser, { resolved, input: { firstName: "Ada", lastName: "Brandt", email: "ada@ballad.example" } });
  await runOperation(updateUser, { resolved, input: { userId: ada.id, version: 1, lastName: "Berg" } });
  await runOperation(deleteUsers, { resolved, input: { selection: { mode: "some", ids: [ada.id] } } });
  const { items } = await find({ asset: `user:${ada.id}` });
  expect(items).toMatchObject([
    { action: "Delete", operation: "users.delete", changes: [{ property: "email", before: "ada@ballad.example", after: null }] },
    { action: "Edit", operation: "users.update", changes: [{ property: "lastName", before: "Brandt", after: "Berg" }] },
    { action: "Add", operation: "users.add", actorName: "Mara Lindqvist", origin: "session", assetName: "Ada Brandt" },
  ]);
});

test("an account's events are seen in that account only", async () => {
  const { partner, account, find } = await anAccountInView();
  const other = await anAccount(partner, { name: "Harbor Clinic" });
  const foreign = await aUser(partner, other.id);
  expect((await find()).items.every(({ assetId }) => assetId !== foreign.id)).toBe(true);
  expect((await find({ asset: `user:${foreign.id}` })).items).toEqual([]);
  const stranger = await aPartner();
  await expect(runOperation(findEvents, { resolved: await stranger.at(account.id), input: {} })).rejects.toMatchObject({ code: "not_found" });
});

test("searches actor, asset and operation with wildcards taken literally, and filters by asset and action together", async () => {
  const { account, find } = await anAccountInView();
  await eventsAt(account.id, ["2026-11-20T09:00:00Z"], { assetName: "100% Ada" });
  await eventsAt(account.id, ["2026-11-20T09:00:00Z"], { actorName: "Emeka Nwosu", assetName: "Other" });
  const assets = async (input: object) => (await find(input)).items.map(({ assetName }) => assetName);
  expect(await assets({ search: "%" })).toEqual(["100% Ada"]);
  expect(await assets({ search: "EMEKA" })).toEqual(["Other"]);
  expect(await assets({ search: "users.upd" })).toHaveLength(2);
  expect(await assets({ assetKind: "account", action: "Add" })).toEqual(["Ballad Industries"]);
  expect(await assets({ assetKind: "user", action: "Add" })).toEqual([]);
  await expect(find({ assetKind: "planet" })).rejects.toMatchObject({ code: "invalid" });
});

test("pages by key give every event once, also those of the same moment, in two queries a page", async () => {
  const { partner, account, find } = await anAccountInView();
  await eventsAt(account.id, Array.from({ length: 25 }, (_, index) => `2026-10-${String(1 + (index % 5)).padStart(2, "0")}T00:00:00Z`));
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof find>> = await find({ size: 4, ...(after && { after }) });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  const { total } = await find();
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
  const resolved = await partner.at(account.id);
  expect(await countQueries(() => runOperation(findEvents, { resolved, input: { size: 200 } }))).toBe(2);
});

const SOME_ID = "00000000-0000-7000-8000-000000000000";

test.each(
  [["yesterday", SOME_ID], ["2026-02-30 00:00:00+00", SOME_ID], ["2026-11-02 00:00:00+00", "-".repeat(36)], ["2026-11-02 00:00:00+00"], [1, 2], { length: 2 }, null].map((key) => ({ key: JSON.stringify(key) })),
)("a place that no answer has given is refused: $key", async ({ key }) => {
  const { find } = await anAccountInView();
  await expect(find({ after: Buffer.from(key).toString("base64url") })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "after", message: "This page address is no longer good. Please start from the first page." }] });
});

test("history is only ever added to", async () => {
  const { account } = await anAccountInView();
  await expect(database().pool.query("update events set actor_name = 'Somebody else' where account_id = $1", [account.id])).rejects.toThrow("append-only");
});
