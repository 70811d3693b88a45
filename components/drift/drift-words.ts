"use client";

import { useTranslations } from "next-intl";
import type { DriftView } from "#lib/drift/schemas.ts";

export type DriftWords = {
  /** The thing that differs: "Phone 2201". */
  thing: (drift: Pick<DriftView, "kind" | "key">) => string;
  field: (name: string) => string;
  value: (value: unknown) => string;
};

/** What resources, their fields and their values are called. A field that the catalogue does not name is called by its own name. */
export function useDriftWords(): DriftWords {
  const t = useTranslations("drift");
  const value = (given: unknown): string => {
    if (given === null || given === undefined || given === "") return t("value.none");
    if (typeof given === "boolean") return t(given ? "value.on" : "value.off");
    if (Array.isArray(given)) return given.length === 0 ? t("value.none") : given.map(value).join(", ");
    // Day, night 1 and night 2.
    if (typeof given === "object") return Object.values(given).map(value).join(", ");
    return String(given);
  };
  return {
    thing: ({ kind, key }) => (t.has(`kind.${kind}`) ? t("thing", { kind: t(`kind.${kind}`), key }) : key),
    field: (name) => (t.has(`field.${name}`) ? t(`field.${name}`) : name),
    value,
  };
}
