/** What a state means. The word and the icon say it; the colour only repeats it. */
export type Tone = "good" | "warn" | "bad" | "neutral" | "accent";

export const TONE_SOFT: Record<Tone, string> = {
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  neutral: "bg-fg/6 text-fg-2",
  accent: "bg-accent-soft text-accent",
};

export const TONE_LINE: Record<Tone, string> = {
  good: "border-good-line",
  warn: "border-warn-line",
  bad: "border-bad-line",
  neutral: "border-line-strong",
  accent: "border-accent-line",
};
