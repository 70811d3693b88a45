"use client";

import { useTranslations } from "next-intl";
import type { SelectedUsers } from "./selected-users.ts";

/** Gives the extent of a selection in words: "3 users", "more than 10,000 users". */
export function useUserWords(): (users: Pick<SelectedUsers, "count" | "isExact">) => string {
  const t = useTranslations("users.words");
  return ({ count, isExact }) => t("count", { count, exact: String(isExact) });
}
