import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { MivoiceBusinessView } from "./schemas.ts";

type Row = Omit<MivoiceBusinessView, "system"> & { system: (NonNullable<MivoiceBusinessView["system"]> & { checkedAt: string }) | null };

/** The MiVoice Business of an account and what of it the portal looks after (MIVB-04, MIVB-10, MIVB-11). */
export const getMivoiceBusiness = operation({
  name: "mivoice-business.get",
  summary: "The MiVoice Business of an account at a glance",
  permission: [{ feature: "mivoice_business", action: "view" }],
  integration: { key: "mivoice_business", feature: "administration" },
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: MivoiceBusinessView,
  http: { method: "GET", path: "/accounts/{accountId}/mivoice-business" },
  async run({ account, db }) {
    const [row] = await db.$queryRaw<Row[]>`
      with held as (select kind from services where account_id = ${account.id}::uuid and kind like 'mivb.%')
      select (select json_build_object('name', e.name, 'address', e.address, 'release', e.release, 'status', e.status, 'statusMessage', e.status_message, 'checkedAt', e.checked_at)
                from network_elements e where e.account_id = ${account.id}::uuid and e.kind = 'mivb') as system,
             (select count(*)::int from held where kind = 'mivb.user') as users,
             (select count(*)::int from held where kind = 'mivb.phone') as phones,
             (select count(*)::int from held where kind = 'mivb.agent_group_member') as "groupMembers",
             (select count(*)::int from held where kind = 'mivb.voicemail') as "voicemailBoxes"`;
    const { system, ...counts } = row!;
    return { ...counts, system: system && { ...system, checkedAt: new Date(system.checkedAt).toISOString() } };
  },
});
