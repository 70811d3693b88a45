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
        className="peer absolute inset-0 cursor-pointer appearance-none opacity-0"
      />
      <span aria-hidden className={BOX} />
      <Check aria-hidden className={classNames(MARK, "peer-checked:block peer-indeterminate:hidden")} />
      <Minus aria-hidden className={classNames(MARK, "peer-indeterminate:block")} />
    </span>
  );
}

const BOX = classNames(
  "pointer-events-none size-4 rounded-[4px] border border-line-control bg-surface",
  "peer-checked:border-accent peer-checked:bg-accent peer-indeterminate:border-accent peer-indeterminate:bg-accent",
  "peer-hover:border-accent peer-aria-invalid:border-bad peer-disabled:opacity-50",
  "peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-(--focus)",
);

const MARK = "pointer-events-none absolute hidden size-3 stroke-3 text-accent-fg";
