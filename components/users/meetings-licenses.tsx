"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { UNASSIGN } from "#lib/licenses/schemas.ts";
import type { LicensesOfSelection } from "#lib/licenses/schemas.ts";
import { PRODUCTS } from "#lib/products/schemas.ts";
import type { SelectedUsers } from "./selected-users.ts";

type MeetingsLicensesProps = {
  accountId: string;
  users: SelectedUsers;
  all: boolean;
  meetings: NonNullable<LicensesOfSelection["meetings"]>;
  onDone: (result: BulkResult) => void;
};

/** "Assign or unassign licenses" of MiTeam Meetings (USER-69, USER-70, USER-74 to USER-76). */
export function MeetingsLicenses({ accountId, users, all, meetings: { free, without, held }, onDone }: MeetingsLicensesProps) {
  const t = useTranslations("licenses.manage");
  const [asked, setAsked] = useState<"assign" | "unassign" | null>(null);
  const plan = PRODUCTS.miteam_meetings.plans[0]!.key;

  async function change(act: "assign" | "unassign", idempotencyKey: string) {
    const body = { selection: users.selection, product: "miteam_meetings", licenses: act === "assign" ? plan : UNASSIGN };
    const result = await request<BulkResult>("POST", `/accounts/${accountId}/licenses`, { body, idempotencyKey });
    if (result.ok) onDone(result.data);
    return result;
  }
  return (
    <Card title={t("section")} className="mt-4 max-w-3xl">
      <h3 className="text-sm font-semibold">{t("meetings")}</h3>
      <p className="text-sm text-fg-2">{t("available", { count: free })}</p>
      <ul className="mt-3 flex flex-col gap-2 text-sm">
        <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <span>{t("toAssign", { count: without })}</span>
          <Button disabled={without === 0} onClick={() => setAsked("assign")}>{all ? t("assignAll") : t("assign", { count: without })}</Button>
        </li>
        <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <span>{t("already", { count: held })}</span>
          <Button disabled={held === 0} onClick={() => setAsked("unassign")}>{all ? t("unassignAll") : t("unassign", { count: held })}</Button>
        </li>
      </ul>
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={t(asked === "assign" ? "confirmAssign" : "confirmUnassign")}
          effects={[asked === "assign" ? t("assignEffect", { count: without }) : t("unassignEffect", { count: held })]}
          tone={asked === "assign" ? "primary" : "danger"}
          confirmLabel={t(`${asked}${all ? "All" : ""}`, { count: asked === "assign" ? without : held })}
          onConfirm={(key) => change(asked, key)}
        />
      )}
    </Card>
  );
}
