import { z } from "zod";
import { readSwitches } from "#lib/account-switches/set-switches.ts";
import type { Db } from "#lib/db/client.ts";
import { changesBetween } from "#lib/events/emit.ts";
import { holdIntegration } from "#lib/integrations/hold-integration.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict, invalid, OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { chatIsOn } from "./micollab-needs.ts";
import { giveToMicollab, numbersInUse } from "./micollab-numbers.ts";
import { lockPool } from "./pool.ts";
import { MicollabNumbers, SetMicollabNumbersInput } from "./schemas.ts";

type Given = { number: string; friendlyName: string; gone: boolean };

function givenNumbers(db: Db, accountId: string): Promise<Given[]> {
  return db.$queryRaw<Given[]>`
    select number, friendly_name as "friendlyName", gone_at is not null as gone from sms_numbers where account_id = ${accountId}::uuid and micollab order by number collate "C"`;
}

/** The numbers of MiCollab, with what MiCollab itself says of their use (TWSMS-05, TWSMS-07). */
export const getMicollabNumbers = operation({
  name: "sms-numbers.get-of-micollab",
  summary: "The SMS numbers that MiCollab uses",
  permission: [{ feature: "integrations", action: "view" }],
  integration: { key: "twilio" },
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: MicollabNumbers,
  http: { method: "GET", path: "/accounts/{accountId}/sms-numbers/micollab" },
  async run({ account, db }) {
    const given = await givenNumbers(db, account.id);
    try {
      const used = await numbersInUse(db, account.id);
      return { numbers: given.map((each) => ({ ...each, inUse: used.has(each.number) })), problem: "" };
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      return { numbers: given.map((each) => ({ ...each, inUse: false })), problem: error.message };
    }
  },
});

/** Gives MiCollab numbers of the account's Twilio, and takes those that it does not use (TWSMS-06 to TWSMS-08). */
export const setMicollabNumbers = operation({
  name: "sms-numbers.set-of-micollab",
  summary: "Choose the SMS numbers that MiCollab uses",
  permission: MAY_CONFIGURE,
  integration: { key: "twilio" },
  scope: "account",
  kind: "write",
  input: SetMicollabNumbersInput,
  output: z.object({ numbers: z.array(z.string()) }),
  http: { method: "PUT", path: "/accounts/{accountId}/sms-numbers/micollab" },
  async run({ account, db, emit }, { numbers }) {
    await lockPool(db, account.id);
    await holdIntegration(db, account.id, "twilio");
    if (!chatIsOn(account.integrations)) throw conflict("SMS in MiCollab needs CloudLink Chat. Switch Chat on first.");
    if (!(await readSwitches(db, account.id)).guestAccess) throw conflict("SMS in MiCollab needs the privilege “Allow Guest Access”. Switch it on first.");
    const before = (await givenNumbers(db, account.id)).map(({ number }) => number);
    const used = await numbersInUse(db, account.id);
    const kept = before.find((number) => !numbers.includes(number) && used.has(number));
    if (kept) throw conflict(`${kept} is in use. Deactivate it in the MiCollab stream first.`, "numbers");
    await assertFree(db, account.id, numbers.filter((number) => !before.includes(number)));
    await db.$executeRaw`
      update sms_numbers set micollab = number = any(${numbers}::text[]) where account_id = ${account.id}::uuid and micollab <> (number = any(${numbers}::text[]))`;
    const after = (await givenNumbers(db, account.id)).map(({ number }) => number);
    const changes = changesBetween({ micollabNumbers: before }, { micollabNumbers: after });
    await emit(changes.length > 0 ? { action: "Edit", asset: { kind: "integration", id: "twilio", name: "Twilio" }, changes } : []);
    await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
    // Last: what MiCollab was told can not be taken back. Saved again without a change, it is told again.
    await giveToMicollab(db, account.id, after);
    return { numbers: after };
  },
});

/** @throws OperationError invalid for a number that Twilio does not list, or that a user has */
async function assertFree(db: Db, accountId: string, numbers: readonly string[]): Promise<void> {
  const free = await db.$queryRaw<{ number: string }[]>`
    select n.number from sms_numbers n where n.account_id = ${accountId}::uuid and n.number = any(${numbers}::text[]) and n.gone_at is null
       and not exists (select 1 from users u where u.account_id = n.account_id and u.sms_number = n.number)`;
  const found = new Set(free.map(({ number }) => number));
  const missing = numbers.find((number) => !found.has(number));
  if (missing !== undefined) throw invalid(`${missing} is used by a user, or is no SMS number of the account's Twilio.`, "numbers");
}
