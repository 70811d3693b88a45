"use client";

import Check from "lucide-react/icons/check";
import Minus from "lucide-react/icons/minus";
import { useCallback, type ComponentProps } from "react";
import { classNames } from "./class-names.ts";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "ref"> & {
  /** Some but not all of what it stands for is ticked. */
  indeterminate?: boolean;
  onCheckedChange?: (checked: boolean) => void;
};

/** A check box without its label: give it `aria-label`, or put it into a `<label>`. The target is 24 px around a box of 16. */
export function Checkbox({ indeterminate = false, onCheckedChange, onChange, className, ...rest }: CheckboxProps) {
  const showMixed = useCallback(
    (element: HTMLInputElement | null) => {
      if (element) element.indeterminate = indeterminate;
    },
    [indeterminate],
  );
  return (
    <span className={classNames("relative inline-grid size-6 shrink-0 place-items-center", className)}>
      <input
        {...rest}
        ref={showMixed}
        type="checkbox"
        onChange={(event) => {
          onChange?.(event);
          onCheckedChange?.(event.target.checked);
        }}
        className={classNames(
          "peer absolute inset-0 m-1 cursor-pointer appearance-none rounded-[4px] border border-line-control bg-surface",
          "before:absolute before:-inset-1.25 before:content-['']",
          "checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent",
          "not-disabled:hover:border-accent aria-invalid:border-bad disabled:opacity-50",
        )}
      />
      <Check aria-hidden className={classNames(MARK, "peer-checked:block peer-indeterminate:hidden")} />
      <Minus aria-hidden className={classNames(MARK, "peer-indeterminate:block")} />
    </span>
  );
}

const MARK = "pointer-events-none absolute hidden size-3 stroke-3 text-accent-fg";
