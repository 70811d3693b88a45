import { useTranslations } from "next-intl";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { VOICE_ASSIST_PARTS } from "#lib/voice-assist/schemas.ts";
import type { VoiceAssistPart } from "#lib/voice-assist/schemas.ts";
import { About } from "./about.tsx";
import { Help } from "./help.tsx";
import { Numbers } from "./numbers.tsx";
import type { VoiceAssistProps } from "./props.ts";
import { Routing } from "./routing.tsx";

const PARTS = { about: About, routing: Routing, numbers: Numbers, help: Help };

/** Voice Assist: About, Routing, Numbers and Help (VASSIST-08). */
export function VoiceAssistPage({ part, accountName, ...props }: VoiceAssistProps & { part: VoiceAssistPart; accountName: string }) {
  const t = useTranslations("voiceAssist");
  const { accountId, voiceAssist } = props;
  const { status, message, problem } = voiceAssist;
  const Part = PARTS[part];
  return (
    <div className="max-w-3xl">
      {part !== "about" && <Trail steps={[{ label: t(`parts.${part}`) }]} />}
      <LiveRefresh topics={["integrations"]} />
      <PageHeader title={t("title")} subtitle={t("subtitle", { account: accountName })} />
      <TabLinks label={t("title")} current={part} links={VOICE_ASSIST_PARTS.map((id) => ({ id, label: t(`parts.${id}`), href: `/accounts/${accountId}/voice-assist${id === "about" ? "" : `/${id}`}` }))} />
      {status === "failed" ? <Banner tone="bad" title={t("failed")} className="mb-4">{message}</Banner> : problem !== "" && <Banner tone="warn" title={t("unknown")} className="mb-4">{problem}</Banner>}
      <Part {...props} />
    </div>
  );
}
