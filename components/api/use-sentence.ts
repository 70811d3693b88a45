import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { reasonOf } from "#lib/messages/sentences.ts";
import type { Worded } from "#lib/operations/schemas.ts";

/**
 * Says in the reader's language what the server or a shape says in English. What the catalogue does not know, because it is on
 * pages in English only, stays as it is.
 */
export function useSentence(): (worded: Worded) => string {
  const t = useTranslations("errors");
  return useCallback(({ message, reason = reasonOf(message), values }) => (reason !== undefined && t.has(reason) ? t(reason, values) : message), [t]);
}
