"use client";

import { useTranslations } from "next-intl";
import { TimeZoneField } from "#components/forms/time-zone-field.tsx";

/** The time zone of an account. */
export function AccountTimeZoneField() {
  const t = useTranslations("accounts.form");
  return <TimeZoneField name="timeZone" label={t("timeZone")} hint={t("timeZoneHint")} required />;
}
