import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import type { VoiceAssistProps } from "./props.ts";

/** What Voice Assist does for the account, and what it has done. */
export function About({ accountId, voiceAssist: { number, timeZone, recipe, service }, mayConfigure }: VoiceAssistProps) {
  const t = useTranslations("voiceAssist.about");
  const change = mayConfigure && <ButtonLink size="sm" href={`/accounts/${accountId}/integrations/mitel_voice_assist`}>{t("change")}</ButtonLink>;
  return (
    <Card title={t("title")} actions={change}>
      <p className="mb-4 text-sm text-fg-2">{t("text")}</p>
      <DefinitionList
        columns={3}
        items={[
          { term: t("number"), description: number },
          { term: t("recipe"), description: recipe },
          { term: t("timeZone"), description: timeZone },
          { term: t("calls"), description: service ? t("count", { count: service.calls }) : t("notKnown") },
          { term: t("directory"), description: service ? t("count", { count: service.directory }) : t("notKnown") },
        ]}
      />
    </Card>
  );
}
