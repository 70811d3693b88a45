import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { changesBetween } from "#lib/events/emit.ts";
import { operation } from "#lib/operations/operation.ts";
import { AccountSwitches, UpdateAccountSwitches } from "./schemas.ts";

const ALL_OFF: AccountSwitches = { delegatedAuthentication: false, guestAccess: false, bandwidthOptimization: false };

async function readSwitches(db: Db, accountId: string): Promise<AccountSwitches> {
  return (await db.accountSwitches.findUnique({ where: { accountId }, omit: { accountId: true } })) ?? ALL_OFF;
}

/** What services ask before they let something happen in an account, and what Account Information shows. */
export const getAccountSwitches = operation({
  name: "account-switches.get",
  summary: "The privileges and call services of an account",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: AccountSwitches,
  http: { method: "GET", path: "/accounts/{accountId}/switches" },
  run: ({ account, db }) => readSwitches(db, account.id),
});

/** Switches privileges and call services on or off, each on its own (INFO-17, INFO-18, PRIV-08, OP1-18). */
export const updateAccountSwitches = operation({
  name: "account-switches.update",
  summary: "Switch privileges and call services of an account on or off",
  permission: [{ feature: "integrations", action: "add" }],
  scope: "account",
  kind: "write",
  input: UpdateAccountSwitches,
  output: AccountSwitches,
  http: { method: "PATCH", path: "/accounts/{accountId}/switches" },
  async run({ account, db, emit }, wanted) {
    const before = await readSwitches(db, account.id);
    const changes = changesBetween(before, wanted);
    if (changes.length === 0) {
      await emit([]);
      return before;
    }
    await db.accountSwitches.upsert({ where: { accountId: account.id }, create: { accountId: account.id, ...wanted }, update: wanted });
    await emit({ action: "Edit", asset: { kind: "account", id: account.id, name: account.name }, changes });
    return readSwitches(db, account.id);
  },
});
