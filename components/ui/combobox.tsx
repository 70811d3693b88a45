"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import Check from "lucide-react/icons/check";
import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_FRAME, CONTROL_HEIGHT, type ControlSize } from "./control-classes.ts";
import { POPUP, POPUP_ITEM, POPUP_LAYER } from "./popup-classes.ts";
import type { SelectOption } from "./select.tsx";

type ComboboxProps<Value extends string> = {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  /** `null` when the choice was cleared. */
  onValueChange: (value: Value | null) => void;
  onBlur?: () => void;
  /** Where the options come from the server: told of each change of the text; `options` are then shown as they are. */
  onSearch?: (text: string) => void;
  /** An answer to `onSearch` is awaited. */
  loading?: boolean;
  /** The button that opens the list, where it is not the usual one. */
  trigger?: { icon: ReactNode; label: string };
  placeholder?: string;
  controlSize?: ControlSize;
  disabled?: boolean;
  readOnly?: boolean;
  required?: boolean;
  id?: string;
  className?: string;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

/** A choice of one out of a long list, narrowed by typing. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const { options, value, onValueChange, onBlur, onSearch, loading, trigger, placeholder, controlSize = "md", className } = props;
  const { id, disabled, readOnly, required } = props;
  const t = useTranslations("ui.combobox");
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      items={options}
      value={chosen}
      onValueChange={(option) => onValueChange(option?.value ?? null)}
      isItemEqualToValue={(left, right) => left.value === right.value}
      filter={onSearch ? null : undefined}
      onInputValueChange={(text, { reason }) => reason === "input-change" && onSearch?.(text)}
      disabled={disabled}
      readOnly={readOnly}
      required={required}
      autoHighlight
    >
      <Base.InputGroup className={classNames("relative flex items-center", className)}>
        <Base.Input
          id={id}
          placeholder={placeholder ?? t("placeholder")}
          onBlur={onBlur}
          aria-label={props["aria-label"]}
          aria-labelledby={props["aria-labelledby"]}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"]}
          className={classNames(CONTROL_FRAME, CONTROL_HEIGHT[controlSize], "ps-3 pe-16")}
        />
        <Base.Clear aria-label={t("clear")} className={classNames(INNER_BUTTON, "end-8")}>
          <X aria-hidden className="size-3.5" />
        </Base.Clear>
        <Base.Trigger aria-label={trigger?.label ?? t("open")} className={classNames(INNER_BUTTON, "end-1.5 [&_svg]:size-4")}>
          {trigger?.icon ?? <ChevronsUpDown aria-hidden />}
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" className={POPUP_LAYER}>
          <Base.Popup className={classNames(POPUP, "w-(--anchor-width) min-w-48 overflow-y-auto p-1")}>
            <Base.Status className="px-2 py-1.5 text-fg-3 empty:hidden">{loading ? t("searching") : null}</Base.Status>
            <Base.Empty className="px-2 py-1.5 text-fg-3 empty:hidden">{loading ? null : t("nothing")}</Base.Empty>
            <Base.List>
              {(option: SelectOption<Value>) => (
                <Base.Item key={option.value} value={option} disabled={option.disabled} className={POPUP_ITEM}>
                  <span className="flex min-w-0 flex-1 flex-col">
                    <span className="truncate">{option.label}</span>
                    {option.hint && <span className="text-xs text-fg-3">{option.hint}</span>}
                  </span>
                  <Base.ItemIndicator className="text-accent">
                    <Check aria-hidden />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const INNER_BUTTON = "absolute grid size-6 place-items-center rounded-sm text-fg-3 hover:text-fg data-disabled:hidden";
