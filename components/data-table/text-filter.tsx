"use client";

import ArrowRight from "lucide-react/icons/arrow-right";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { FilterDefinition } from "./filters.ts";

type TextFilterProps = {
  filter: Extract<FilterDefinition, { kind: "text" }>;
  value: string;
  onApply: (value: string) => void;
};

/** A filter whose value is typed and applied with Enter or the button beside it. */
export function TextFilter({ filter, value, onApply }: TextFilterProps) {
  const t = useTranslations("table.filter");
  const [text, setText] = useState(value);
  const [missing, setMissing] = useState(false);
  const id = useId();
  return (
    <form
      noValidate
      className="w-64"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") setMissing(true);
        else onApply(text.trim());
      }}
    >
      <label htmlFor={id} className="mb-1 block text-sm text-fg-2">
        {filter.fieldLabel}
      </label>
      <div className="flex items-center gap-2">
        <Input
          id={id}
          inputMode={filter.inputMode ?? "text"}
          autoComplete="off"
          value={text}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setMissing(false);
          }}
        />
        <IconButton type="submit" variant="secondary" label={t("apply")} icon={<ArrowRight aria-hidden className="rtl:-scale-x-100" />} />
      </div>
      {missing && (
        <p id={`${id}-missing`} role="alert" className="mt-1 text-xs text-bad">
          {t("missing")}
        </p>
      )}
    </form>
  );
}
