import { useFormatter } from "next-intl";

const SECOND_MS = 1_000;

/** How long a step took. */
export function Duration({ ms }: { ms: number }) {
  const format = useFormatter();
  const inSeconds = ms >= SECOND_MS;
  return (
    <span className="shrink-0 text-xs text-fg-3">
      {format.number(inSeconds ? ms / SECOND_MS : ms, { style: "unit", unit: inSeconds ? "second" : "millisecond", maximumFractionDigits: 1 })}
    </span>
  );
}
