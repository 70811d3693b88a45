import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { operation } from "#lib/operations/operation.ts";
import { numberCondition } from "./find-sms-numbers.ts";
import { NumberChoices } from "./schemas.ts";
import type { NumberChoice } from "./schemas.ts";

const CHOICES = 50;

/** Numbers that nobody has, for the drop-down "SMS Number" of a user (USER-22). */
export const findNumberChoices = operation({
  name: "sms-numbers.find-choices",
  summary: "SMS numbers that a user of the account can be given",
  permission: [
    { feature: "users", action: "add" },
    { feature: "users", action: "edit" },
  ],
  integration: { key: "twilio", feature: "user_numbers" },
  scope: "account",
  kind: "read",
  input: z.object({ search: z.string().trim().max(100).default("") }),
  output: NumberChoices,
  http: { method: "GET", path: "/accounts/{accountId}/sms-numbers/choices" },
  async run({ account, db }, { search }) {
    const fits = search === "" ? Prisma.sql`true` : numberCondition(search);
    const items = await db.$queryRaw<NumberChoice[]>`
      select n.number, n.friendly_name as "friendlyName" from sms_numbers n
       where n.account_id = ${account.id}::uuid and n.gone_at is null and not n.micollab and ${fits}
         and not exists (select 1 from users u where u.account_id = n.account_id and u.sms_number = n.number)
       order by n.number collate "C" limit ${CHOICES}`;
    return { items };
  },
});
