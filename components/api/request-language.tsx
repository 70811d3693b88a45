"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { setSentences } from "./sentences.ts";

/** Gives `request` its sentences in the language of the page. */
export function RequestLanguage() {
  const t = useTranslations("ui.request");
  useEffect(() => setSentences({ unreachable: t("unreachable"), unreadable: t("unreadable") }), [t]);
  return null;
}
