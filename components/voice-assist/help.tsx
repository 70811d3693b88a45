import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { PBX_KINDS, PBX_LABELS } from "#lib/voice-assist/schemas.ts";
import type { VoiceAssistProps } from "./props.ts";

/** What has to be done at each kind of PBX so that its calls reach the pilot number. */
export function Help({ voiceAssist: { number } }: VoiceAssistProps) {
  const t = useTranslations("voiceAssist.help");
  return (
    <Card title={t("title")} description={t("about", { number })}>
      <dl className="space-y-3 text-sm">
        {PBX_KINDS.map((kind) => (
          <div key={kind}>
            <dt className="font-semibold">{PBX_LABELS[kind]}</dt>
            <dd className="text-fg-2">{t(kind, { number })}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
