import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { VOICE_ASSIST_PARTS } from "#lib/voice-assist/schemas.ts";
import type { VoiceAssistPart } from "#lib/voice-assist/schemas.ts";
import { readVoiceAssist } from "../voice-assist.tsx";

type Props = { params: Promise<{ accountId: string; part: string }> };

/** "About" is the page above. */
function partOf(text: string): VoiceAssistPart {
  return VOICE_ASSIST_PARTS.slice(1).find((part) => part === text) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("voiceAssist");
  return { title: `${t("title")}: ${t(`parts.${partOf((await params).part)}`)}` };
}

export default async function VoiceAssistPartPage({ params }: Props) {
  const { accountId, part } = await params;
  return readVoiceAssist(accountId, partOf(part));
}
