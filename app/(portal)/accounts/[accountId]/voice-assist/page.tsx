import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readVoiceAssist } from "./voice-assist.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("voiceAssist"))("title") };
}

export default async function VoiceAssistAboutPage({ params }: { params: Promise<{ accountId: string }> }) {
  return readVoiceAssist((await params).accountId, "about");
}
