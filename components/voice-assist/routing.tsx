import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import type { VoiceAssistProps } from "./props.ts";

/** What happens with a call, as the service that answers it says. */
export function Routing({ voiceAssist: { number, recipe, service } }: VoiceAssistProps) {
  const t = useTranslations("voiceAssist.routing");
  return (
    <Card title={t("title", { recipe })} description={t("about", { number })}>
      {service ? (
        <ol className="list-decimal space-y-1.5 ps-5 text-sm">{service.flow.map((line) => <li key={line}>{line}</li>)}</ol>
      ) : (
        <p className="text-sm text-fg-2">{t("none")}</p>
      )}
    </Card>
  );
}
