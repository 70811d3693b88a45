/** Repeated requests, too many requests, and requests that fail for a reason of ours. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { HANDLERS } from "#lib/jobs/handlers.ts";
import { log } from "#lib/log/log.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { byKey, send } from "#tests/builders/rest.ts";

let partner: SignedIn;
let key: { authorization: string };
let accountId: string;
beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
  key = await byKey(partner);
});
afterEach(() => vi.restoreAllMocks());

const ada = () => ({ firstName: "Ada", lastName: "Brandt", email: `${randomUUID()}@ballad.example` });
const usersNow = () => database().prisma.user.count({ where: { accountId } });
const addUser = (idempotencyKey: string, body: object, headers = key) => send("POST", `/accounts/${accountId}/users`, { ...headers, "idempotency-key": idempotencyKey }, body);

test("a request repeated with its idempotency key has the first answer and is done once, also at the same moment", async () => {
  const [idempotencyKey, body, before] = [randomUUID(), ada(), await usersNow()];
  const first = await addUser(idempotencyKey, body);
  const again = await Promise.all(Array.from({ length: 5 }, () => addUser(idempotencyKey, body)));
  expect(first.status).toBe(200);
  for (const { status, body: answer } of again) expect({ status, answer }).toEqual({ status: 200, answer: first.body });
  expect(await usersNow()).toBe(before + 1);
  const together = randomUUID();
  const other = ada();
  const answers = await Promise.all(Array.from({ length: 5 }, () => addUser(together, other)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await usersNow()).toBe(before + 2);
});

test("a key is for one request of one person: another request is refused, another person's is its own", async () => {
  const [idempotencyKey, body] = [randomUUID(), ada()];
  await addUser(idempotencyKey, body);
  expect(await addUser(idempotencyKey, ada())).toMatchObject({ status: 422, error: { message: "This idempotency key was used for another request." } });
  expect(await send("POST", "/me/api-keys", { ...key, "idempotency-key": idempotencyKey }, { name: "a" })).toMatchObject({ status: 422 });
  const admin = await aSignedInUser(partner, accountId);
  expect(await addUser(idempotencyKey, body, await byKey(admin))).toMatchObject({ status: 409, error: { fields: [{ path: "email" }] } });
  expect(await addUser("k".repeat(201), ada())).toMatchObject({ status: 422, error: { message: "An idempotency key has at most 200 characters." } });
});

test("a request that was refused may come again with the same key", async () => {
  const [idempotencyKey, body] = [randomUUID(), ada()];
  expect(await addUser(idempotencyKey, { ...body, email: "nobody" })).toMatchObject({ status: 422 });
  expect(await addUser(idempotencyKey, body)).toMatchObject({ status: 200 });
});

test("an API key that was made with an idempotency key is told again to its person, and stored for nobody to read", async () => {
  const headers = { ...key, "idempotency-key": randomUUID() };
  const first = (await send("POST", "/me/api-keys", headers, { name: "Nightly" })).body as { key: string };
  expect((await send("POST", "/me/api-keys", headers, { name: "Nightly" })).body).toEqual(first);
  const { rows } = await database().pool.query<{ row: string }>("select i::text as row from idempotency_keys i");
  expect(rows.map(({ row }) => row).join()).not.toContain(first.key);
});

test("answers are forgotten after a week, and not before", async () => {
  const [old, recent] = [randomUUID(), randomUUID()];
  for (const idempotencyKey of [old, recent]) await addUser(idempotencyKey, ada());
  const age = (idempotencyKey: string, days: number) => database().prisma.idempotencyKey.updateMany({ where: { key: idempotencyKey }, data: { createdAt: new Date(Date.now() - days * 86_400_000) } });
  await age(old, 7.1);
  await age(recent, 6.9);
  await HANDLERS["operations.forget-answers"]({});
  expect((await database().prisma.idempotencyKey.findMany({ where: { key: { in: [old, recent] } } })).map((each) => each.key)).toEqual([recent]);
});

test("who asks too often is told how long to wait, and nobody else is", async () => {
  const busy = { "x-forwarded-for": "203.0.113.7" };
  const statuses = await Promise.all(Array.from({ length: 121 }, () => send("GET", `/password-resets/${randomUUID()}`, busy).then(({ status }) => status)));
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  expect(await send("GET", "/password-resets/x", busy)).toMatchObject({ status: 429, error: { code: "limit_reached", message: expect.stringMatching(/^Too many requests\. Please wait \d+ seconds and try again\.$/) } });
  expect((await send("GET", "/password-resets/x", { "x-forwarded-for": "203.0.113.8" })).status).not.toBe(429);
});

test("who makes up where a request comes from is counted all the same", async () => {
  const behind = (madeUp: string) => ({ "x-forwarded-for": `${madeUp}, 203.0.113.9` });
  const statuses = await Promise.all(Array.from({ length: 121 }, () => send("GET", "/password-resets/x", behind(randomUUID())).then(({ status }) => status)));
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  expect((await send("GET", "/password-resets/x", { "x-forwarded-for": "203.0.113.9, 203.0.113.10" })).status).not.toBe(429);
});

test("a failure of ours says nothing of itself but an id, under which the log tells all", async () => {
  const logged = vi.spyOn(log, "error").mockReturnValue();
  await database().pool.query("alter table api_keys rename column name to name_elsewhere");
  const reply = await send("GET", "/me/api-keys", key).finally(() => database().pool.query("alter table api_keys rename column name_elsewhere to name"));
  expect(reply).toMatchObject({ status: 500, error: { code: "internal", message: "Something went wrong on our side. Please try again.", fields: [] } });
  const { requestId } = reply.error!;
  expect(reply.headers.get("x-request-id")).toBe(requestId);
  expect(reply.text).not.toMatch(/api_keys|prisma|column|select/i);
  expect(logged).toHaveBeenCalledWith({ error: expect.any(Error), requestId }, expect.any(String));
});

test("every answer has an id of its own, under which a change is found in the history", async () => {
  const [one, two] = [await send("GET", "/me", key), await send("GET", "/me", key)];
  expect(one.headers.get("x-request-id")).not.toBe(two.headers.get("x-request-id"));
  const added = await addUser(randomUUID(), ada());
  const { id } = added.body as { id: string };
  expect(await database().prisma.event.findFirst({ where: { accountId, assetId: id } })).toMatchObject({ correlationId: added.headers.get("x-request-id") });
});
