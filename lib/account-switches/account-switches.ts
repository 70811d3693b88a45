import { z } from "zod";
import { publish } from "#lib/live/publish.ts";
import { forbidden } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { may } from "#lib/permissions/grants.ts";
import { AccountSwitches, PRIVILEGES, UpdateAccountSwitches } from "./schemas.ts";
import type { AccountSwitch } from "./schemas.ts";
import { readSwitches, setSwitches } from "./set-switches.ts";

/** What services ask before they let something happen in an account, and what Account Information shows. */
export const getAccountSwitches = operation({
  name: "account-switches.get",
  summary: "The privileges and call services of an account",
  permission: [
    { feature: "integrations", action: "view" },
    { feature: "account", action: "view" },
  ],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: AccountSwitches,
  http: { method: "GET", path: "/accounts/{accountId}/switches" },
  run: ({ account, db }) => readSwitches(db, account.id),
});

/** Switches privileges and call services on or off, each on its own (INFO-17, INFO-18, PRIV-08, OP1-18); call services are of the account itself (OP1-64, OP1-68). */
export const updateAccountSwitches = operation({
  name: "account-switches.update",
  summary: "Switch privileges and call services of an account on or off",
  permission: [
    { feature: "integrations", action: "add" },
    { feature: "account", action: "edit" },
  ],
  scope: "account",
  kind: "write",
  input: UpdateAccountSwitches,
  output: AccountSwitches,
  http: { method: "PATCH", path: "/accounts/{accountId}/switches" },
  async run({ actor, account, db, emit }, wanted) {
    const names = Object.keys(wanted) as AccountSwitch[];
    if (names.some(isPrivilege) && !may(actor, "integrations", "add")) throw forbidden();
    if (!names.every(isPrivilege) && !may(actor, "account", "edit")) throw forbidden();
    const changes = await setSwitches(db, account.id, wanted);
    // They stand in the panel of the integrations.
    if (changes.length > 0) await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
    await emit(changes.length > 0 ? { action: "Edit", asset: { kind: "account", id: account.id, name: account.name }, changes } : []);
    return readSwitches(db, account.id);
  },
});

function isPrivilege(name: AccountSwitch): boolean {
  return (PRIVILEGES as readonly AccountSwitch[]).includes(name);
}
