"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "#components/forms/field.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import type { Company } from "#lib/orders/schemas.ts";
import { useCompanySearch } from "./use-company-search.ts";

type CompanyFieldProps = { value: Company | null; onChange: (company: Company | null) => void; error: string | undefined };

/** The id of its control. */
export const COMPANY_FIELD = "company";

/** "Company": the account that gets the order, found by typing part of its name (ORDER-17, SUBS-16). */
export function CompanyField({ value, onChange, error }: CompanyFieldProps) {
  const t = useTranslations("orders.dialog");
  const [text, setText] = useState("");
  const { found, searching, failed } = useCompanySearch(text);
  const listed = value === null || found.some(({ id }) => id === value.id) ? found : [value, ...found];
  return (
    <Field id={COMPANY_FIELD} label={t("company")} hint={t("companyHint")} required error={error ?? failed ?? undefined}>
      {({ "aria-required": _, ...aria }) => (
        <Combobox
          {...aria}
          options={listed.map(({ id, name }) => ({ value: id, label: name }))}
          value={value?.id ?? null}
          onValueChange={(id) => onChange(listed.find((company) => company.id === id) ?? null)}
          onSearch={setText}
          loading={searching}
          placeholder={t("searchCompany")}
        />
      )}
    </Field>
  );
}
