import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { holdIntegration } from "#lib/integrations/hold-integration.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { AttachedPbx, AttachPbxInput, PBX_LABELS } from "./schemas.ts";
import { readState, storeState } from "./stored.ts";

const DECLARED = {
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  integration: { key: "mitel_voice_assist" },
} as const;

/** Attaches a PBX: its calls to the pilot number are answered from then on (VASSIST-09). */
export const attachPbx = operation({
  ...DECLARED,
  name: "voice-assist.attach-pbx",
  summary: "Attach a PBX to Voice Assist",
  input: AttachPbxInput,
  output: AttachedPbx,
  http: { method: "POST", path: "/accounts/{accountId}/voice-assist/pbxs" },
  async run(context, { kind, name }) {
    const pbxs = await takePbxs(context.db, context.account.id);
    if (pbxs.some((pbx) => pbx.name.toLowerCase() === name.toLowerCase())) throw conflict(`${name} is attached already.`, "name");
    const pbx = { id: newId(), kind, name };
    await keep(context, [...pbxs, pbx], { before: null, after: `${name} (${PBX_LABELS[kind]})` });
    return pbx;
  },
});

/** Detaches a PBX: its calls are no longer answered. */
export const detachPbx = operation({
  ...DECLARED,
  name: "voice-assist.detach-pbx",
  summary: "Detach a PBX from Voice Assist",
  input: z.object({ pbxId: z.uuid() }),
  output: z.object({}),
  http: { method: "DELETE", path: "/accounts/{accountId}/voice-assist/pbxs/{pbxId}" },
  async run(context, { pbxId }) {
    const pbxs = await takePbxs(context.db, context.account.id);
    const pbx = pbxs.find(({ id }) => id === pbxId);
    if (!pbx) throw notFound("The PBX");
    await keep(context, pbxs.filter(({ id }) => id !== pbxId), { before: `${pbx.name} (${PBX_LABELS[pbx.kind]})`, after: null });
    return {};
  },
});

/** Those attached now; whoever changes them too comes after. */
async function takePbxs(db: Db, accountId: string): Promise<AttachedPbx[]> {
  await holdIntegration(db, accountId, "mitel_voice_assist");
  await db.$executeRaw`insert into voice_assist_states (account_id, status) values (${accountId}::uuid, 'working') on conflict do nothing`;
  await db.$executeRaw`select 1 from voice_assist_states where account_id = ${accountId}::uuid for update`;
  return (await readState(db, accountId)).pbxs;
}

async function keep({ account, db, emit, enqueue }: OperationContext<"account">, pbxs: AttachedPbx[], change: { before: string | null; after: string | null }): Promise<void> {
  await storeState(db, account.id, { status: "working", pbxs });
  await enqueue("voice-assist.synchronize", { accountId: account.id });
  await emit({ action: "Edit", asset: { kind: "integration", id: "mitel_voice_assist", name: "Mitel Voice Assist" }, changes: [{ property: "pbx", ...change }] });
  await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
}
