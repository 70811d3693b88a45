"use client";

import { Autocomplete as Base } from "@base-ui/react/autocomplete";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field, type FieldProps } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { classNames } from "#components/ui/class-names.ts";
import { CONTROL_FRAME, CONTROL_HEIGHT } from "#components/ui/control-classes.ts";
import { POPUP, POPUP_ITEM, POPUP_LAYER } from "#components/ui/popup-classes.ts";

type TypedChoiceFieldProps = FieldProps & {
  options: readonly string[];
  /** An empty field holds `null` instead of "". */
  emptyAsNull: boolean;
  placeholder?: string;
};

/** A name that another system knows: those that are known here are offered, any other can be typed. */
export function TypedChoiceField({ name, label, hint, disabled, className, options, emptyAsNull, placeholder }: TypedChoiceFieldProps) {
  const t = useTranslations("ui.combobox");
  const field = useField(name, label);
  const [narrowing, setNarrowing] = useState(false);
  const text = typeof field.value === "string" ? field.value : "";
  // Whoever opens the list wants to see all of it; whoever types, what begins to match.
  const offered = narrowing ? options.filter((option) => option.toLowerCase().includes(text.toLowerCase())) : options;
  return (
    <Field id={field.id} label={label} hint={hint} error={field.error} className={className}>
      {({ "aria-required": _, ...aria }) => (
        <Base.Root
          items={options}
          filteredItems={offered}
          mode="none"
          value={text}
          onValueChange={(next, { reason }) => {
            // Escape in a closed field would empty it.
            if (reason === "escape-key") return;
            setNarrowing(reason === "input-change");
            field.change(next === "" && emptyAsNull ? null : next);
          }}
          onOpenChange={(open) => !open && setNarrowing(false)}
          disabled={disabled}
        >
          <Base.InputGroup className="relative flex items-center">
            <Base.Input
              {...aria}
              placeholder={placeholder}
              maxLength={100}
              onBlur={field.blur}
              className={classNames(CONTROL_FRAME, CONTROL_HEIGHT.md, "ps-3 pe-9")}
            />
            <Base.Trigger
              aria-label={t("open")}
              className="absolute end-1.5 grid size-6 place-items-center rounded-sm text-fg-3 hover:text-fg data-disabled:hidden"
            >
              <ChevronsUpDown aria-hidden className="size-4" />
            </Base.Trigger>
          </Base.InputGroup>
          <Base.Portal>
            <Base.Positioner sideOffset={4} align="start" className={POPUP_LAYER}>
              <Base.Popup className={classNames(POPUP, "w-(--anchor-width) min-w-48 overflow-y-auto p-1 data-empty:hidden")}>
                <Base.List>
                  {(option: string) => (
                    <Base.Item key={option} value={option} className={POPUP_ITEM}>
                      <span className="min-w-0 flex-1 truncate">{option}</span>
                    </Base.Item>
                  )}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}
