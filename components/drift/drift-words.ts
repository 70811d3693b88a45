"use client";

import { useTranslations } from "next-intl";
import { driftWords } from "#lib/drift/labels.ts";
import type { DriftWords } from "#lib/drift/labels.ts";

/** What resources, their fields and their values are called. */
export function useDriftWords(): DriftWords {
  const t = useTranslations("drift");
  return driftWords((path, values) => (t.has(path) ? t(path, values) : undefined));
}
