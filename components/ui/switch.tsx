import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & { onCheckedChange?: (checked: boolean) => void };

/** An on/off switch without its label: give it `aria-label`, or put it into a `<label>`. */
export function Switch({ onCheckedChange, onChange, className, ...rest }: SwitchProps) {
  return (
    <span className={classNames("relative inline-flex h-6 w-10 shrink-0 items-center", className)}>
      <input
        {...rest}
        type="checkbox"
        role="switch"
        onChange={(event) => {
          onChange?.(event);
          onCheckedChange?.(event.target.checked);
        }}
        className={classNames(
          "peer h-6 w-10 cursor-pointer appearance-none rounded-full border border-line-control bg-surface-2 transition-colors",
          "checked:border-accent checked:bg-accent not-disabled:hover:border-accent aria-invalid:border-bad disabled:opacity-50",
        )}
      />
      <span
        aria-hidden
        className={classNames(
          "pointer-events-none absolute start-1.25 size-3.5 rounded-full bg-line-control transition-[translate,background-color]",
          "peer-checked:translate-x-4 peer-checked:bg-accent-fg rtl:peer-checked:-translate-x-4 peer-disabled:opacity-60",
        )}
      />
    </span>
  );
}
