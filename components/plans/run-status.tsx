import CircleDashed from "lucide-react/icons/circle-dashed";
import Clock from "lucide-react/icons/clock";
import Hourglass from "lucide-react/icons/hourglass";
import Undo2 from "lucide-react/icons/undo-2";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Pill } from "#components/ui/pill.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { RunStatus as Status, RunView } from "#lib/plans/schemas.ts";

const LOOKS: Record<Status, { tone: Tone; icon?: ReactNode }> = {
  planned: { tone: "neutral", icon: <Clock aria-hidden /> },
  blocked: { tone: "bad" },
  left_out: { tone: "neutral", icon: <CircleDashed aria-hidden /> },
  unchanged: { tone: "neutral" },
  queued: { tone: "neutral", icon: <Clock aria-hidden /> },
  running: { tone: "accent", icon: <Spinner /> },
  waiting: { tone: "warn", icon: <Hourglass aria-hidden /> },
  succeeded: { tone: "good" },
  failed: { tone: "bad" },
  rolled_back: { tone: "neutral", icon: <Undo2 aria-hidden /> },
  cancelled: { tone: "neutral", icon: <CircleDashed aria-hidden /> },
};

/** How the run of one user stands. */
export function RunStatus({ run }: { run: Pick<RunView, "status" | "doneCount" | "stepCount"> }) {
  const t = useTranslations("plans.runStatus");
  return <Pill {...LOOKS[run.status]}>{t(run.status, { done: run.doneCount, of: run.stepCount })}</Pill>;
}
