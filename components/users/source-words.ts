"use client";

import { useTranslations } from "next-intl";

const SOURCES = ["pbx", "scim", "micloud", "iot", "miaccess"] as const;

/** What is said of the system that a user comes from. */
export function useSourceWords(origin: string): { isElsewhere: boolean; name: string; kept: string } {
  const t = useTranslations("users.source");
  const source = SOURCES.find((each) => each === origin);
  return { isElsewhere: source !== undefined, name: source ? t(`names.${source}`) : t("names.other"), kept: source ? t(source) : "" };
}
