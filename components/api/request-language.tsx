"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { setSentences } from "./sentences.ts";
import { useSentence } from "./use-sentence.ts";

/** Gives `request` its sentences in the language of the page. */
export function RequestLanguage() {
  const t = useTranslations("ui.request");
  const say = useSentence();
  useEffect(() => setSentences({ unreachable: t("unreachable"), unreadable: t("unreadable"), say }), [t, say]);
  return null;
}
