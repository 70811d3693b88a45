/** Every operation, asked for by everybody, in their own account and in others' (design: the authorisation test over the registry). */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newApiKey } from "#lib/me/api-keys.ts";
import { answerRequest } from "#lib/operations/http-door.ts";
import { OPEN_OPERATIONS } from "#lib/operations/registry.ts";
import type { OpenOperation } from "#lib/operations/registry.ts";
import { grantsOf, mayAnyOf } from "#lib/permissions/grants.ts";
import type { Role } from "#lib/permissions/schemas.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";

type Caller = { name: string; role: Role | null; key: string | null };

const accounts = { own: "", sibling: "", otherPartners: "" };
const callers: Record<"partner" | "account_admin" | "user" | "nobody", Caller> = {
  partner: { name: "a partner", role: "partner", key: null },
  account_admin: { name: "an account admin", role: "account_admin", key: null },
  user: { name: "a user", role: "user", key: null },
  nobody: { name: "nobody", role: null, key: null },
};

async function keyOf(person: SignedIn): Promise<string> {
  const { actor } = await resolveActor({ sessionToken: person.sessionToken }, null);
  if (actor.kind !== "person") throw new Error("not signed in");
  return (await newApiKey(database().prisma, { accountId: actor.accountId, userId: actor.userId }, "test", new Date())).key;
}

beforeAll(async () => {
  const partner = await aPartner();
  accounts.own = (await anAccount(partner)).id;
  accounts.sibling = (await anAccount(partner, { name: "Harbor Clinic" })).id;
  accounts.otherPartners = (await anAccount(await aPartner(), { name: "Elsewhere" })).id;
  callers.partner.key = await keyOf(partner);
  callers.account_admin.key = await keyOf(await aSignedInUser(partner, accounts.own, "account_admin"));
  callers.user.key = await keyOf(await aSignedInUser(partner, accounts.own, "user"));
});

/** Asks for an operation with no input beyond what its path needs. */
async function ask({ http }: OpenOperation, { key }: Caller, accountId: string): Promise<{ status: number; code: string | null; message: string | null }> {
  const path = http.path.replace("{accountId}", accountId).replaceAll(/\{\w+\}/g, () => randomUUID());
  const headers: Record<string, string> = { ...(key ? { authorization: `Bearer ${key}` } : {}), "content-type": "application/json" };
  const request = new Request(`http://127.0.0.1/api/v1${path}`, { method: http.method, headers, ...(http.method === "GET" || http.method === "DELETE" ? {} : { body: "{}" }) });
  const response = await answerRequest(request);
  const body = response.headers.get("content-type")?.includes("json") ? ((await response.json()) as { error?: { code: string; message: string } }) : {};
  return { status: response.status, code: body.error?.code ?? null, message: body.error?.message ?? null };
}

const inAccount = OPEN_OPERATIONS.filter(({ scope }) => scope === "account");

describe.each(inAccount.map((operation) => [operation.name, operation] as const))("%s", (_, operation) => {
  test("OVER-02 WELCOME-08 (pains 39, 42, 42b) answers of a foreign account exactly as of one that does not exist", async () => {
    const nowhere = randomUUID();
    for (const caller of [callers.partner, callers.account_admin, callers.user]) {
      const missing = await ask(operation, caller, nowhere);
      expect(missing, caller.name).toEqual({ status: 404, code: "not_found", message: "The account was not found." });
      expect(await ask(operation, caller, accounts.otherPartners), caller.name).toEqual(missing);
      if (caller.role !== "partner") expect(await ask(operation, caller, accounts.sibling), caller.name).toEqual(missing);
    }
    expect(await ask(operation, callers.nobody, accounts.own)).toMatchObject({ status: 401 });
  });

  test("does for a role what the permission data says", async () => {
    for (const caller of [callers.partner, callers.account_admin, callers.user]) {
      const allowed = mayAnyOf({ grants: grantsOf(caller.role!) }, operation.permission);
      const answer = await ask(operation, caller, accounts.own);
      if (!allowed) expect(answer, caller.name).toMatchObject({ status: 403, code: "forbidden" });
      else {
        expect(answer.message, caller.name).not.toBe("Your role does not allow this.");
        expect(answer.message, caller.name).not.toBe("The account was not found.");
        expect([401, 500], `${caller.name}: ${answer.message}`).not.toContain(answer.status);
      }
    }
  });
});

describe.each(OPEN_OPERATIONS.filter(({ scope }) => scope === "self" || scope === "partner").map((operation) => [operation.name, operation] as const))("%s", (_, operation) => {
  test("asks for sign-in, and a partner's operation for a partner", async () => {
    expect(await ask(operation, callers.nobody, accounts.own)).toMatchObject({ status: 401, code: "unauthenticated" });
    for (const caller of [callers.partner, callers.account_admin, callers.user]) {
      const allowed = operation.scope === "self" || (caller.role === "partner" && mayAnyOf({ grants: grantsOf("partner") }, operation.permission));
      const answer = await ask(operation, caller, accounts.own);
      if (allowed) expect([401, 403, 500], `${caller.name}: ${answer.message}`).not.toContain(answer.status);
      else expect(answer, caller.name).toMatchObject({ status: 403, code: "forbidden" });
    }
  });
});

const OF_ACCOUNTS = ["accounts.add", "accounts.update", "accounts.deactivate", "accounts.delete"];
const OF_USERS = ["users.add", "users.update", "users.delete"];
const operationNamed = (name: string) => OPEN_OPERATIONS.find((operation) => operation.name === name)!;

test("UROLE-02 a partner may create, edit, deactivate and delete accounts, and add, edit and delete their users", async () => {
  for (const name of [...OF_ACCOUNTS, ...OF_USERS]) expect((await ask(operationNamed(name), callers.partner, accounts.own)).status, name).not.toBe(403);
});

test("UROLE-03 an account admin may add, edit and delete users of the own account, and no accounts", async () => {
  for (const name of OF_USERS) expect((await ask(operationNamed(name), callers.account_admin, accounts.own)).status, name).not.toBe(403);
  for (const name of ["accounts.add", "accounts.deactivate", "accounts.delete"]) expect((await ask(operationNamed(name), callers.account_admin, accounts.own)).status, name).toBe(403);
});

test("WELCOME-07 a partner reaches every account of the own partner account", async () => {
  const get = OPEN_OPERATIONS.find(({ name }) => name === "accounts.get")!;
  for (const accountId of [accounts.own, accounts.sibling]) expect(await ask(get, callers.partner, accountId)).toMatchObject({ status: 200 });
});

test("every write declares an event or says why it leaves none", () => {
  for (const operation of OPEN_OPERATIONS.filter(({ kind }) => kind === "write")) {
    expect(operation.http.method, operation.name).not.toBe("GET");
    if (operation.unrecorded !== undefined) expect(operation.unrecorded.length, operation.name).toBeGreaterThan(20);
  }
});

test("names and addresses of operations are unique", () => {
  const names = OPEN_OPERATIONS.map(({ name }) => name);
  const addresses = OPEN_OPERATIONS.map(({ http }) => `${http.method} ${http.path.replaceAll(/\{\w+\}/g, "{}")}`);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(addresses).size).toBe(addresses.length);
});
