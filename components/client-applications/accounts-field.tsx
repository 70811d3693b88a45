"use client";

import { useTranslations } from "next-intl";
import { ChosenField } from "#components/forms/chosen-field.tsx";
import type { AssignedAccount } from "#lib/client-applications/schemas.ts";

const SHOWN = 10;

/** The customer accounts of an application. */
export function AccountsField({ assigned }: { assigned: readonly AssignedAccount[] }) {
  const t = useTranslations("developer.fields");
  return (
    <ChosenField
      name="accountIds"
      label={t("accounts")}
      hint={t("accountsHint")}
      placeholder={t("search")}
      removeLabel={(name) => t("remove", { name })}
      chosen={assigned}
      pathOf={(search) => `/accounts?${new URLSearchParams({ search, size: String(SHOWN) })}`}
    />
  );
}
