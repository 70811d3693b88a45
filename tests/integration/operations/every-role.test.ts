/** Every operation as every role, built-in and custom with a single permission, in every kind of account (ROLE-02, ROLE-09, PERM-01 to PERM-63). */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { OperationError } from "#lib/operations/errors.ts";
import { OPERATIONS } from "#lib/operations/registry.ts";
import type { AnyOperation } from "#lib/operations/operation.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import type { Action, BaseRole, Grant } from "#lib/permissions/schemas.ts";
import { PERMISSION_TABLE } from "#lib/permissions/table.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aColleague, anAdminWith, aRole } from "#tests/builders/roles.ts";
import { EXPECTATIONS } from "./expectations.ts";

type Place = "own" | "sibling" | "foreign" | "nowhere";
type Caller = { name: string; base: BaseRole | "user"; holds: ReadonlySet<string>; unrestricted: boolean; sees: readonly Place[]; at: Map<Place, Resolved> };

const accounts: Record<Place, string> = { own: "", sibling: "", foreign: "", nowhere: randomUUID() };
const PLACES = Object.keys(accounts) as Place[];
const callers: Caller[] = [];
let rows = 0;

/** Every box of the table but those that are always on, each as a role of its own. */
const SINGLE = (["partner", "account_admin"] as const).flatMap((base) =>
  PERMISSION_TABLE[base].flatMap(({ feature, boxes }) => (Object.keys(boxes) as Action[]).filter((action) => !boxes[action]!.fixed).map((action) => ({ base, feature, box: `${feature}.${action}` as Grant }))),
);

/** What a role with these boxes allows; a partner is inside an account what its admin is. */
function held(base: BaseRole, boxes: readonly string[]): Set<string> {
  const always = base === "partner" ? ["accounts.view", "account.view"] : ["account.view"];
  const inside = base === "partner" && boxes.includes("accounts.edit") ? ["account.edit"] : [];
  return new Set([...always, ...boxes, ...inside]);
}

const allBoxes = (base: BaseRole) => SINGLE.filter((single) => single.base === base).map(({ box }) => box);

async function addCaller(person: SignedIn, caller: Omit<Caller, "at">): Promise<void> {
  const at = new Map<Place, Resolved>();
  for (const place of PLACES) at.set(place, await person.at(accounts[place]));
  callers.push({ ...caller, at });
}

beforeAll(async () => {
  const partner = await aPartner();
  const { prisma } = database();
  accounts.own = (await anAccount(partner)).id;
  accounts.sibling = (await anAccount(partner, { name: "Harbor Clinic" })).id;
  accounts.foreign = (await anAccount(await aPartner(), { name: "Elsewhere" })).id;
  const ofPartner: readonly Place[] = ["own", "sibling"];
  await addCaller(partner, { name: "a partner", base: "partner", holds: held("partner", allBoxes("partner")), unrestricted: true, sees: ofPartner });
  const manager = await aColleague(partner);
  await prisma.user.update({ where: { accountId_id: { accountId: manager.accountId, id: manager.userId } }, data: { accountManager: true } });
  await prisma.managedAccount.create({ data: { accountId: manager.accountId, userId: manager.userId, managedAccountId: accounts.own } });
  await addCaller(manager, { name: "an account manager", base: "partner", holds: held("partner", allBoxes("partner")), unrestricted: false, sees: ["own"] });
  await addCaller(await aSignedInUser(partner, accounts.own, "account_admin"), { name: "an account admin", base: "account_admin", holds: held("account_admin", allBoxes("account_admin")), unrestricted: false, sees: ["own"] });
  await addCaller(await aSignedInUser(partner, accounts.own, "user"), { name: "a user", base: "user", holds: new Set(), unrestricted: false, sees: ["own"] });
  for (const { base, feature, box } of SINGLE) {
    const boxes: Grant[] = [`${feature}.view`, box];
    const role = await aRole(partner, base, boxes, [base === "partner" ? partner.accountId : accounts.own]);
    const person = base === "partner" ? await aColleague(partner, role) : await anAdminWith(partner, accounts.own, role);
    await addCaller(person, { name: `${base} with ${box} alone`, base, holds: held(base, boxes), unrestricted: false, sees: base === "partner" ? ofPartner : ["own"] });
  }
}, 120_000);

afterAll(() => void process.stdout.write(`${rows} combinations of operation, role and account\n`));

type Answer = "allowed" | "forbidden" | "not found";

/** What should come of it, from the expectations alone. */
function expected({ name, scope }: AnyOperation, caller: Caller, place: Place): Answer {
  if (scope === "self") return "allowed";
  if (scope === "account" && !caller.sees.includes(place)) return "not found";
  if (scope === "partner" && caller.base !== "partner") return "forbidden";
  const [needs = "", within] = EXPECTATIONS[name]!.split(", within ");
  if (needs === "unrestricted") return caller.unrestricted ? "allowed" : "forbidden";
  if (within && !caller.holds.has(`${within}.view`)) return "forbidden";
  return needs === "everybody" || needs.split(" or ").some((grant) => caller.holds.has(grant)) ? "allowed" : "forbidden";
}

const NOT_ALLOWED = "Your role does not allow this.";
const NO_ACCOUNT = "The account was not found.";

/** Asks with nothing but what an address needs: an input that is refused shows that the asking was not. */
async function ask(operation: AnyOperation, resolved: Resolved): Promise<Answer> {
  try {
    await runOperation(operation, { resolved, input: {} });
    return "allowed";
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    if (error.code === "forbidden" && error.message === NOT_ALLOWED) return "forbidden";
    return error.code === "not_found" && error.message === NO_ACCOUNT ? "not found" : "allowed";
  }
}

// A billing system and a directory are no persons and have no role: a signature opens one door, a token the other (signed-door.test.ts, scim/door.test.ts).
const asked = OPERATIONS.filter(({ scope }) => scope !== "public" && scope !== "billing" && scope !== "scim");

test("every operation has an expectation, and every expectation an operation", () => {
  expect(asked.map(({ name }) => name).toSorted()).toEqual(Object.keys(EXPECTATIONS).toSorted());
});

describe.each(asked.map((operation) => [operation.name, operation] as const))("%s", (name, operation) => {
  test("PERM-03 does for every role and in every account what is expected, and nothing else", async () => {
    const wrong: string[] = [];
    for (const caller of callers) {
      for (const place of operation.scope === "account" ? PLACES : (["own"] as const)) {
        rows += 1;
        const answer = await ask(operation, caller.at.get(place)!);
        const should = expected(operation, caller, place);
        if (answer !== should) wrong.push(`${caller.name} in ${place}: ${answer} instead of ${should}`);
      }
    }
    expect(wrong, `${name}: ${EXPECTATIONS[name]}`).toEqual([]);
  });
});
