import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { ToneIcon } from "./tone-icon.tsx";
import { TONE_SOFT, type Tone } from "./tones.ts";

type PillProps = { tone?: Tone; icon?: ReactNode; children: ReactNode; className?: string };

/** A state in a word or two, with an icon, so that it never rests on colour alone. */
export function Pill({ tone = "neutral", icon, children, className }: PillProps) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-5.5 max-w-full items-center gap-1.5 rounded-full px-2 py-px text-xs font-semibold whitespace-nowrap",
        "[&_svg]:size-3.5 [&_svg]:shrink-0",
        TONE_SOFT[tone],
        className,
      )}
    >
      {icon ?? <ToneIcon tone={tone} small />}
      <span className="truncate">{children}</span>
    </span>
  );
}
