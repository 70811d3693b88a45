import type { VoiceAssistView } from "#lib/voice-assist/schemas.ts";

/** What each page of Voice Assist is made of. */
export type VoiceAssistProps = { accountId: string; voiceAssist: VoiceAssistView; mayConfigure: boolean };
