"use client";

import { Select as Base } from "@base-ui/react/select";
import Check from "lucide-react/icons/check";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_FRAME, CONTROL_HEIGHT, type ControlSize } from "./control-classes.ts";
import { POPUP, POPUP_ITEM, POPUP_LAYER } from "./popup-classes.ts";

export type SelectOption<Value extends string = string> = { value: Value; label: string; hint?: ReactNode; disabled?: boolean };

type SelectProps<Value extends string> = {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  onBlur?: () => void;
  placeholder?: string;
  controlSize?: ControlSize;
  disabled?: boolean;
  readOnly?: boolean;
  required?: boolean;
  name?: string;
  id?: string;
  className?: string;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

/** A choice of one out of a list. Typing jumps to an option; for long lists take `Combobox`, which searches. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onValueChange, onBlur, placeholder, controlSize = "md", className } = props;
  const { disabled, readOnly, required, name, ...trigger } = pickTrigger(props);
  const t = useTranslations("ui.select");
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onValueChange(next)}
      onOpenChange={(open) => !open && onBlur?.()}
      disabled={disabled}
      readOnly={readOnly}
      required={required}
      name={name}
      modal={false}
    >
      <Base.Trigger
        {...trigger}
        onBlur={onBlur}
        className={classNames(CONTROL_FRAME, CONTROL_HEIGHT[controlSize], TRIGGER, className)}
      >
        <Base.Value placeholder={placeholder ?? t("placeholder")} className="truncate data-placeholder:text-fg-3" />
        <Base.Icon className="shrink-0 text-fg-3">
          <ChevronsUpDown aria-hidden className="size-4" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" alignItemWithTrigger={false} className={POPUP_LAYER}>
          <Base.Popup className={classNames(POPUP, "min-w-(--anchor-width) overflow-y-auto p-1")}>
            <Base.List>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} disabled={option.disabled} className={POPUP_ITEM}>
                  <span className="flex min-w-0 flex-1 flex-col">
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.hint && <span className="text-xs text-fg-3">{option.hint}</span>}
                  </span>
                  <Base.ItemIndicator className="text-accent">
                    <Check aria-hidden />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const TRIGGER = "flex items-center justify-between gap-2 ps-3 pe-2 text-start data-disabled:bg-surface-2 data-disabled:text-fg-3";

function pickTrigger<Value extends string>(props: SelectProps<Value>) {
  const { disabled, readOnly, required, name, id } = props;
  return {
    disabled,
    readOnly,
    required,
    name,
    id,
    "aria-label": props["aria-label"],
    "aria-labelledby": props["aria-labelledby"],
    "aria-describedby": props["aria-describedby"],
    "aria-invalid": props["aria-invalid"],
  };
}
