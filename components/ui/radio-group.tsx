import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type RadioOption<Value extends string = string> = { value: Value; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioGroupProps<Value extends string> = {
  /** Shared by the radios of the group and by no other on the page. */
  name: string;
  options: readonly RadioOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  onBlur?: () => void;
  orientation?: "vertical" | "horizontal";
  disabled?: boolean;
  required?: boolean;
  id?: string;
  className?: string;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

/** A choice of one out of few, all in sight. Arrow keys move within the group, as the browser does it. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { name, options, value, onValueChange, onBlur, orientation = "vertical", disabled, required, className, ...group } = props;
  return (
    <div
      role="radiogroup"
      {...group}
      aria-required={required || undefined}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.();
      }}
      className={classNames("flex", orientation === "vertical" ? "flex-col gap-1" : "flex-wrap gap-x-5 gap-y-1", className)}
    >
      {options.map((option) => (
        <label key={option.value} className="flex cursor-pointer items-start gap-2 has-disabled:cursor-not-allowed">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled || option.disabled}
            aria-invalid={group["aria-invalid"] || undefined}
            onChange={() => onValueChange(option.value)}
            className={classNames(
              "relative m-1 size-4 shrink-0 cursor-pointer appearance-none rounded-full border border-line-control bg-surface",
              "checked:border-[5px] checked:border-accent not-disabled:hover:border-accent aria-invalid:border-bad disabled:opacity-50",
            )}
          />
          <span className="py-0.5 text-sm">
            {option.label}
            {option.hint && <span className="block text-xs text-fg-3">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
