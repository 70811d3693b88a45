/** What each box of the permission table is for: with it the operations work, and without it alone they do not. */
import { beforeAll, describe, expect, test } from "vitest";
import { OperationError } from "#lib/operations/errors.ts";
import { OPERATIONS } from "#lib/operations/registry.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { standardGrants } from "#lib/permissions/grants.ts";
import type { BaseRole, Grant } from "#lib/permissions/schemas.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { aColleague, anAdminWith, aRole } from "#tests/builders/roles.ts";

type Row = { row: string; bases: readonly BaseRole[]; box: Grant; operations: readonly string[] };

const BOTH = ["partner", "account_admin"] as const;
const PARTNER = ["partner"] as const;
const ADMIN = ["account_admin"] as const;

const ROWS: Row[] = [
  { row: "PERM-06", bases: ADMIN, box: "account.edit", operations: ["accounts.update"] },
  { row: "PERM-10", bases: PARTNER, box: "accounts.add", operations: ["accounts.add"] },
  { row: "PERM-11", bases: PARTNER, box: "accounts.edit", operations: ["accounts.update", "accounts.deactivate", "accounts.reactivate"] },
  { row: "PERM-13", bases: PARTNER, box: "accounts.delete", operations: ["accounts.delete"] },
  { row: "PERM-14", bases: BOTH, box: "users.view", operations: ["users.find", "users.get", "users.export", "users.add", "users.update", "users.delete", "imports.add"] },
  { row: "PERM-15", bases: BOTH, box: "users.add", operations: ["users.add", "imports.add", "imports.upload"] },
  { row: "PERM-16", bases: BOTH, box: "users.edit", operations: ["users.reset-passwords"] },
  { row: "PERM-18", bases: BOTH, box: "users.delete", operations: ["users.delete", "imports.undo"] },
  { row: "PERM-19", bases: BOTH, box: "user_templates.view", operations: ["templates.find", "templates.get", "templates.add", "templates.update", "templates.delete"] },
  { row: "PERM-20", bases: BOTH, box: "user_templates.add", operations: ["templates.add"] },
  { row: "PERM-21", bases: BOTH, box: "user_templates.edit", operations: ["templates.update"] },
  { row: "PERM-23", bases: BOTH, box: "user_templates.delete", operations: ["templates.delete"] },
  { row: "PERM-24", bases: PARTNER, box: "roles.view", operations: ["roles.find", "roles.get", "roles.add", "roles.update", "roles.assign", "roles.delete"] },
  { row: "PERM-24", bases: ADMIN, box: "roles.view", operations: ["roles.find-in-account", "roles.get-in-account", "roles.find-choices"] },
  { row: "PERM-25", bases: PARTNER, box: "roles.add", operations: ["roles.add"] },
  { row: "PERM-26", bases: PARTNER, box: "roles.edit", operations: ["roles.update", "roles.assign", "roles.unassign"] },
  { row: "PERM-27", bases: BOTH, box: "roles.assign", operations: ["roles.find-choices"] },
  { row: "PERM-28", bases: PARTNER, box: "roles.delete", operations: ["roles.delete"] },
  { row: "PERM-34", bases: BOTH, box: "subscriptions.view", operations: ["subscriptions.find", "licenses.get-usage"] },
  { row: "PERM-59", bases: PARTNER, box: "orders.view", operations: ["orders.find", "orders.get", "orders.assign"] },
  { row: "PERM-39", bases: BOTH, box: "support.view", operations: ["support-logs.find", "support-logs.get", "support-logs.update", "events.find", "events.export"] },
  { row: "PERM-44", bases: BOTH, box: "mivoice_business.view", operations: ["plans.add", "plans.find", "plans.apply", "runs.find", "drift.find", "drift.repair", "users.send-deployment-mails"] },
];

let partner: Awaited<ReturnType<typeof aPartner>>;
let accountId: string;

beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
});

/** Somebody with every permission of a base role but some. */
async function somebody(base: BaseRole, without: readonly Grant[]): Promise<Resolved> {
  const grants = standardGrants(base).filter((grant) => !without.includes(grant));
  const role = await aRole(partner, base, grants, [base === "partner" ? partner.accountId : accountId]);
  const person = base === "partner" ? await aColleague(partner, role) : await anAdminWith(partner, accountId, role);
  return person.at(accountId);
}

/** Whether the asking itself is refused; an input that is refused shows that it was not. */
async function isRefused(name: string, resolved: Resolved): Promise<boolean> {
  const operation = OPERATIONS.find((each) => each.name === name)!;
  try {
    await runOperation(operation, { resolved, input: {} });
    return false;
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    return error.code === "forbidden" && error.message === "Your role does not allow this.";
  }
}

const refusals = async (operations: readonly string[], resolved: Resolved) => {
  const refused: string[] = [];
  for (const name of operations) if (await isRefused(name, resolved)) refused.push(name);
  return refused;
};

describe.each(ROWS.flatMap(({ bases, ...row }) => bases.map((base) => ({ ...row, base }))))("$row $box of $base", ({ base, box, operations }) => {
  test("with it the operations work, and without it they are refused", async () => {
    expect(await refusals(operations, await somebody(base, []))).toEqual([]);
    expect(await refusals(operations, await somebody(base, [box]))).toEqual(operations);
  });
});

test("PERM-15 PERM-16 OP1-66 welcome e-mails go with Add or with Edit, and with neither they do not", async () => {
  for (const base of BOTH) {
    expect(await refusals(["users.send-welcome-mails"], await somebody(base, ["users.add"]))).toEqual([]);
    expect(await refusals(["users.send-welcome-mails"], await somebody(base, ["users.edit"]))).toEqual([]);
    expect(await refusals(["users.send-welcome-mails"], await somebody(base, ["users.add", "users.edit"]))).toEqual(["users.send-welcome-mails"]);
  }
});

test("PERM-16 without Edit no detail of a user is changed, though a role may still be given", async () => {
  for (const base of BOTH) {
    const resolved = await somebody(base, ["users.edit", "roles.assign"]);
    expect(await refusals(["users.update"], resolved)).toEqual(["users.update"]);
    expect(await refusals(["users.update"], await somebody(base, ["users.edit"]))).toEqual([]);
  }
});
