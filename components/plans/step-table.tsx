import { useTranslations } from "next-intl";
import { Pill } from "#components/ui/pill.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { RunLine } from "#lib/plans/schemas.ts";
import { Duration } from "./duration.tsx";

const TONES: Record<RunLine["status"], Tone> = { planned: "neutral", done: "good", failed: "bad" };
const HEAD = "h-9.5 border-b border-line bg-surface-2 px-3 text-[0.6875rem] font-semibold tracking-wider whitespace-nowrap text-fg-3 uppercase";
const CELL = "border-b border-line px-3 py-2 align-top group-last/row:border-b-0";

/** Every step of a run: what, on which system, what came of it and how long it took. */
export function StepTable({ lines, caption }: { lines: readonly RunLine[]; caption: string }) {
  const t = useTranslations("plans.stepTable");
  return (
    <section className="overflow-clip rounded-lg border border-line bg-surface shadow-sm">
      <h2 className="border-b border-line px-4 py-3 text-base font-semibold">{caption}</h2>
      <div role="region" aria-label={t("region")} tabIndex={0} className="overflow-x-auto focus-visible:-outline-offset-2">
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={`${HEAD} text-start`}>
                {t("step")}
              </th>
              <th scope="col" className={`${HEAD} text-start`}>
                {t("system")}
              </th>
              <th scope="col" className={`${HEAD} text-start`}>
                {t("status")}
              </th>
              <th scope="col" className={`${HEAD} text-end`}>
                {t("time")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={index} className="group/row">
                <th scope="row" className={`${CELL} min-w-56 text-start font-normal`}>
                  <span className="me-2.5 font-medium">{line.title}</span>
                  <code className="font-mono text-xs text-fg-3">{line.detail}</code>
                  {line.error !== "" && <span className={line.status === "failed" ? "block text-bad" : "block text-warn"}>{line.error}</span>}
                </th>
                <td className={`${CELL} whitespace-nowrap`}>
                  <code className="font-mono text-xs">{line.peer}</code>
                </td>
                <td className={CELL}>
                  <Pill tone={TONES[line.status]}>{t(line.status)}</Pill>
                </td>
                <td className={`${CELL} text-end whitespace-nowrap`}>{line.durationMs === null ? "–" : <Duration ms={line.durationMs} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
