import X from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type TagProps = {
  children: ReactNode;
  tone?: "neutral" | "accent";
  className?: string;
} & ({ onRemove: () => void; removeLabel: string } | { onRemove?: undefined; removeLabel?: undefined });

/** A thing by name: a licence, a count, or (with `onRemove`) a filter that can be taken off. */
export function Tag({ children, tone = "neutral", onRemove, removeLabel, className }: TagProps) {
  return (
    <span
      className={classNames(
        "inline-flex max-w-full items-center border text-xs font-medium",
        onRemove ? "min-h-6.5 rounded-full ps-2.5 pe-px" : "min-h-5.5 rounded-sm px-1.5",
        tone === "accent" ? "border-accent-line bg-accent-soft text-accent" : "border-line-strong bg-surface-2 text-fg-2",
        className,
      )}
    >
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={removeLabel}
          className="ms-0.5 grid size-6 shrink-0 place-items-center rounded-full hover:bg-accent/12"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}
