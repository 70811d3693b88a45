import Check from "lucide-react/icons/check";
import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { RunLine } from "#lib/plans/schemas.ts";
import { Duration } from "./duration.tsx";

const ACTION = {
  create: <Plus aria-hidden className="text-good" />,
  update: <span aria-hidden className="grid size-4 shrink-0 place-items-center text-base font-bold text-warn">∼</span>,
  delete: <Minus aria-hidden className="text-bad" />,
};

/** The steps of one user in words: what is to be done, or what came of it. The words say what the marks repeat. */
export function RunLines({ lines }: { lines: readonly RunLine[] }) {
  return (
    <ul className="flex flex-col pb-2.5">
      {lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </ul>
  );
}

function Line({ line }: { line: RunLine }) {
  const t = useTranslations("plans.lineStatus");
  const { action, title, detail, status, error, durationMs } = line;
  return (
    <li className="flex min-h-7.5 items-start gap-2.5 py-1 text-sm [&>:first-child]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
      {status === "planned" ? ACTION[action] : status === "done" ? <Check aria-hidden className="text-good" /> : <X aria-hidden className="text-bad" />}
      <span className="min-w-0 flex-1">
        <span className="me-2.5">{title}</span>
        <code className="font-mono text-xs break-words text-fg-3">{detail}</code>
        {status !== "planned" && <span className="sr-only">{t(status)}</span>}
        {error !== "" && <span className={status === "failed" ? "block text-bad" : "block text-warn"}>{error}</span>}
      </span>
      {durationMs !== null && <Duration ms={durationMs} />}
    </li>
  );
}
