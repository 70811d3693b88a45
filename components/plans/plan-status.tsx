import CircleDashed from "lucide-react/icons/circle-dashed";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Pill } from "#components/ui/pill.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { PlanStatus as Status, PlanView } from "#lib/plans/schemas.ts";

type Look = { tone: Tone; icon?: ReactNode };

const LOOKS: Record<Status, Look> = {
  planning: { tone: "accent", icon: <Spinner /> },
  ready: { tone: "accent", icon: <ClipboardCheck aria-hidden /> },
  checking: { tone: "accent", icon: <Spinner /> },
  applying: { tone: "accent", icon: <Spinner /> },
  done: { tone: "good" },
  stale: { tone: "warn" },
  refused: { tone: "bad" },
  cancelled: { tone: "neutral", icon: <CircleDashed aria-hidden /> },
};

/** How a plan stands, with how far it is. */
export function PlanStatus({ plan }: { plan: Pick<PlanView, "status" | "succeededCount" | "failedCount"> }) {
  const t = useTranslations("plans.status");
  const { status, succeededCount, failedCount } = plan;
  const { tone, icon }: Look = status === "done" && failedCount > 0 ? { tone: "bad" } : LOOKS[status];
  return (
    <Pill tone={tone} icon={icon}>
      {t(status, { ended: succeededCount + failedCount, failed: failedCount })}
    </Pill>
  );
}
