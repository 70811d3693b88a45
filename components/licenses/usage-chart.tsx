import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { UsageOnDay } from "#lib/licenses/schemas.ts";
import { chartLines } from "./chart-lines.ts";
import type { Box } from "./chart-lines.ts";

// Of a size each, so that the figures are as big on a phone as elsewhere.
const WIDE: Box = { width: 720, height: 220, left: 44, bottom: 24 };
const NARROW: Box = { width: 300, height: 180, left: 36, bottom: 24 };

/** Assigned licenses as a filled line, those of the account as a dashed one, so that they differ without colour too. */
export function UsageChart({ days, label }: { days: readonly UsageOnDay[]; label: string }) {
  const t = useTranslations("licenses.chart");
  return (
    <figure>
      <Picture days={days} label={label} box={WIDE} className="max-sm:hidden" />
      <Picture days={days} label={label} box={NARROW} className="sm:hidden" />
      <figcaption className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-xs text-fg-2">
        <Key label={t("assigned")} className="stroke-accent" />
        <Key label={t("entitled")} className="stroke-fg-3" dashed />
      </figcaption>
    </figure>
  );
}

function Picture({ days, label, box, className }: { days: readonly UsageOnDay[]; label: string; box: Box; className: string }) {
  const format = useFormatter();
  const { assigned, entitled, area, ticks } = chartLines(days, box);
  const [first, last] = [days[0]!.day, days.at(-1)!.day];
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${box.width + 8} ${box.height}`} className={classNames("h-auto w-full", className)}>
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={box.left} x2={box.width} y1={y} y2={y} className="stroke-line" />
          <text x={box.left - 8} y={y + 4} textAnchor="end" className="fill-fg-3 text-[11px] xl:text-[8.5px]">{format.number(value)}</text>
        </g>
      ))}
      <path d={area} className="fill-accent-soft" />
      <path d={entitled} fill="none" strokeWidth={2} strokeDasharray="6 4" className="stroke-fg-3" />
      <path d={assigned} fill="none" strokeWidth={2.5} className="stroke-accent" />
      {first !== last && <text x={box.left} y={box.height - 6} className="fill-fg-3 text-[11px] xl:text-[8.5px]">{first}</text>}
      <text x={box.width} y={box.height - 6} textAnchor="end" className="fill-fg-3 text-[11px] xl:text-[8.5px]">{last}</text>
    </svg>
  );
}

function Key({ label, className, dashed }: { label: string; className: string; dashed?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg aria-hidden width="28" height="8"><line x1="0" x2="28" y1="4" y2="4" strokeWidth={2.5} strokeDasharray={dashed ? "6 4" : undefined} className={className} /></svg>
      {label}
    </span>
  );
}
