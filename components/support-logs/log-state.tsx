import CircleCheck from "lucide-react/icons/circle-check";
import CircleDot from "lucide-react/icons/circle-dot";
import Send from "lucide-react/icons/send";
import { useTranslations } from "next-intl";
import { Pill } from "#components/ui/pill.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { SupportLogState } from "#lib/support-logs/schemas.ts";

const LOOK: Record<SupportLogState, { tone: Tone; Icon: typeof Send }> = {
  open: { tone: "warn", Icon: CircleDot },
  reported: { tone: "accent", Icon: Send },
  resolved: { tone: "good", Icon: CircleCheck },
};

/** How a support log stands (LOGS-24, LOGS-26). */
export function LogState({ state }: { state: SupportLogState }) {
  const t = useTranslations("supportLogs.states");
  const { tone, Icon } = LOOK[state];
  return (
    <Pill tone={tone} icon={<Icon aria-hidden />}>
      {t(state)}
    </Pill>
  );
}
