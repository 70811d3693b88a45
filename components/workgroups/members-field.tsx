"use client";

import { useTranslations } from "next-intl";
import { ChosenField } from "#components/forms/chosen-field.tsx";
import type { Member } from "#lib/workgroups/schemas.ts";

/** The members of a workgroup, found by name or address. */
export function MembersField({ accountId, members }: { accountId: string; members: readonly Member[] }) {
  const t = useTranslations("workgroups.fields");
  return (
    <ChosenField
      name="memberIds"
      label={t("members")}
      hint={t("membersHint")}
      placeholder={t("search")}
      removeLabel={(name) => t("remove", { name })}
      chosen={members}
      pathOf={(search) => `/accounts/${accountId}/workgroups/member-choices?${new URLSearchParams({ search })}`}
      detailOf={({ email }) => email}
    />
  );
}
