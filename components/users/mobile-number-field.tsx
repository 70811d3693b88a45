"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { Field } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Input } from "#components/ui/input.tsx";
import { numberOf, partsOf } from "./mobile-number.ts";
import type { CallingCode } from "./mobile-number.ts";

type MobileNumberFieldProps = {
  codes: readonly CallingCode[];
  /** The country to begin with while there is no number. */
  usualCountry?: string;
  ownedBy?: ReactNode;
};

/** The mobile number: its country code out of a list, and the rest of it (USER-21). */
export function MobileNumberField({ codes, usualCountry, ownedBy }: MobileNumberFieldProps) {
  const t = useTranslations("users.form");
  const field = useField("mobileNumber", t("mobile"));
  const number = typeof field.value === "string" ? field.value : "";
  const [chosen, setChosen] = useState(usualCountry || null);
  const { country, rest } = partsOf(number, codes, chosen);
  const options = codes.map(({ country: value, code, name }) => ({ value, label: `${name} (${code})` }));
  const isOwned = Boolean(ownedBy);
  return (
    <Field id={field.id} label={t("mobile")} ownedBy={ownedBy} error={field.error}>
      {(aria) => (
        <div className="flex gap-2 max-sm:flex-col">
          <Combobox
            aria-label={t("countryCode")}
            options={options}
            value={country}
            disabled={field.saving}
            readOnly={isOwned}
            onValueChange={(next) => {
              setChosen(next);
              field.change(numberOf(next, rest, codes));
            }}
            className="sm:w-1/2 sm:shrink-0"
          />
          <Input
            {...aria}
            name="mobileNumber"
            type="tel"
            autoComplete="off"
            value={rest}
            readOnly={isOwned}
            onChange={(event) => field.change(numberOf(country, event.target.value, codes))}
            onBlur={field.blur}
          />
        </div>
      )}
    </Field>
  );
}
