import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { twilio } from "#lib/integrations/definitions/twilio.ts";
import { notInUse } from "#lib/integrations/not-in-use.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import { settingsView } from "#lib/integrations/settings.ts";
import type { StoredSettings } from "#lib/integrations/settings.ts";
import { operation } from "#lib/operations/operation.ts";
import { STATE } from "#lib/sms-numbers/find-sms-numbers.ts";
import { chatIsOn } from "#lib/sms-numbers/micollab-needs.ts";
import { TwilioStatus } from "#lib/sms-numbers/schemas.ts";

type Row = { settings: StoredSettings; version: number; removing: boolean; problem: string; checked_at: Date | null; figures: Partial<TwilioStatus["figures"]> | null; micollab_numbers: string[]; guest_access: boolean };

/** How it stands with the Twilio of an account and its numbers, for the management page (TWCH-01, TWILIO-09, TWSMS-04). One query. */
export const getTwilio = operation({
  name: "twilio.get",
  summary: "How it stands with the Twilio of an account",
  permission: [{ feature: "integrations", action: "view" }],
  integration: { key: "twilio" },
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: TwilioStatus,
  http: { method: "GET", path: "/accounts/{accountId}/twilio" },
  async run({ account, db }) {
    const [row] = await readRows<Row>(db, Prisma.sql`
      select i.settings, i.version, i.removal is not null as removing, i.problem, i.checked_at,
             (select json_object_agg(s.state, s.numbers) from (select ${STATE} as state, count(*)::int as numbers
                from sms_numbers n left join users u on u.account_id = n.account_id and u.sms_number = n.number where n.account_id = i.account_id group by 1) s) as figures,
             array(select n.number from sms_numbers n where n.account_id = i.account_id and n.micollab order by n.number collate "C") as micollab_numbers,
             coalesce((select s.guest_access from account_switches s where s.account_id = i.account_id), false) as guest_access
        from integrations i where i.account_id = ${account.id}::uuid and i.key = 'twilio'`);
    // It is in use, or nobody gets here; a removal may just have ended.
    if (!row) throw notInUse("twilio");
    const { settings, version, removing, problem, checked_at: checkedAt, figures, micollab_numbers: micollabNumbers, guest_access: guestAccess } = row;
    return {
      settings: settingsView(twilio.settings!, settings),
      version,
      removing,
      problem,
      checkedAt: checkedAt?.toISOString() ?? null,
      userNumbers: isInUse(account.integrations, "twilio", "user_numbers"),
      figures: { free: 0, user: 0, micollab: 0, gone: 0, ...figures },
      micollabNumbers,
      needs: { chat: chatIsOn(account.integrations), guestAccess },
    };
  },
});
