"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ComboboxField } from "#components/forms/combobox-field.tsx";
import { useFormContext } from "#components/forms/form-context.ts";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { BUSINESS_TYPES, WITHOUT_POSTAL_CODES } from "#lib/accounts/schemas.ts";
import { LANGUAGE_OPTIONS } from "./language-options.ts";
import { AccountTimeZoneField } from "./time-zone-field.tsx";

/** A country by its code, with its name in the language of the page. */
export type CountryOption = { value: string; label: string };

type CustomerFieldsProps = {
  countries: readonly CountryOption[];
  /** Also what is not asked for when an account is added (OP1-10). */
  all?: boolean;
};

const NO_BUSINESS_TYPE = { value: "", label: "–" };
const BUSINESS_OPTIONS = [NO_BUSINESS_TYPE, ...BUSINESS_TYPES.map((value) => ({ value, label: value }))];

/** The fields of Customer Information (ACCT-05, INFO-06, INFO-07). */
export function CustomerFields({ countries, all }: CustomerFieldsProps) {
  const t = useTranslations("accounts.form");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="name" label={t("name")} required autoComplete="organization" />
      <ComboboxField name="country" label={t("country")} options={countries} required />
      {all && <TextField name="province" label={t("province")} autoComplete="address-level1" />}
      <TextField name="address" label={t("address")} required autoComplete="street-address" />
      <TextField name="city" label={t("city")} required autoComplete="address-level2" />
      <PostalCodeField />
      {all && <SelectField name="businessType" label={t("businessType")} options={BUSINESS_OPTIONS} />}
      <SelectField name="defaultLanguage" label={t("defaultLanguage")} options={LANGUAGE_OPTIONS} hint={t("languageHint")} />
      <AccountTimeZoneField />
    </div>
  );
}

/** Asked for in every country that has postal codes (OP1-10). */
function PostalCodeField() {
  const t = useTranslations("accounts.form");
  const { control } = useFormContext();
  const country: unknown = useWatch({ control, name: "country" });
  const without = typeof country === "string" && WITHOUT_POSTAL_CODES.includes(country);
  return <TextField name="postalCode" label={t("postalCode")} required={!without} hint={without ? t("noPostalCode") : undefined} autoComplete="postal-code" />;
}
