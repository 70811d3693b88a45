import { personAt, read } from "#app/actor.ts";
import { VoiceAssistPage } from "#components/voice-assist/voice-assist-page.tsx";
import { getVoiceAssist } from "#lib/voice-assist/get-voice-assist.ts";
import type { VoiceAssistPart } from "#lib/voice-assist/schemas.ts";
import { integrationRights } from "../integrations/rights.ts";

/** One of the pages of Voice Assist, for an account that has it in use. */
export async function readVoiceAssist(accountId: string, part: VoiceAssistPart) {
  const { person, account } = await personAt(accountId);
  const voiceAssist = await read(getVoiceAssist, accountId);
  return <VoiceAssistPage part={part} accountId={accountId} accountName={account!.name} voiceAssist={voiceAssist} mayConfigure={integrationRights(person).configure} />;
}
