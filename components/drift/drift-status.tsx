import CircleDashed from "lucide-react/icons/circle-dashed";
import Minus from "lucide-react/icons/minus";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Pill } from "#components/ui/pill.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { DriftView } from "#lib/drift/schemas.ts";

type Look = { tone: Tone; icon?: ReactNode };

const DIFFERENCES: Record<DriftView["difference"], Look> = {
  missing: { tone: "bad", icon: <Minus aria-hidden /> },
  changed: { tone: "warn", icon: <Pencil aria-hidden /> },
  unexpected: { tone: "neutral", icon: <Plus aria-hidden /> },
};

const STATUSES: Record<DriftView["status"], Look> = {
  open: { tone: "warn" },
  adopting: { tone: "accent", icon: <Spinner /> },
  repairing: { tone: "accent", icon: <Spinner /> },
  adopted: { tone: "good" },
  repaired: { tone: "good" },
  gone: { tone: "neutral", icon: <CircleDashed aria-hidden /> },
};

/** In which way a system differs. */
export function DifferencePill({ difference }: Pick<DriftView, "difference">) {
  const t = useTranslations("drift.difference");
  return <Pill {...DIFFERENCES[difference]}>{t(difference)}</Pill>;
}

/** What has been done about it. */
export function DriftStatus({ status }: Pick<DriftView, "status">) {
  const t = useTranslations("drift.status");
  return <Pill {...STATUSES[status]}>{t(status)}</Pill>;
}
