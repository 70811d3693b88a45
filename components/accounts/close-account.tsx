"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { AccountView } from "#lib/accounts/schemas.ts";

/** What closes an account; each needs a permission of its own (OP1-12). */
export type CloseAct = "deactivate" | "delete";

const ADDRESS_AFTER: Record<CloseAct, string> = { deactivate: "/accounts?status=deactivated", delete: "/accounts" };

/** "Deactivate" and "Delete", each behind its typed word; for partners only (ACCT-12, ACCT-13, ACCT-17, ACCT-18, INFO-04). */
export function CloseAccount({ account, acts }: { account: Pick<AccountView, "id" | "name" | "userCount">; acts: readonly CloseAct[] }) {
  const t = useTranslations("accounts.danger");
  const router = useRouter();
  const [asked, setAsked] = useState<CloseAct | null>(null);
  const { id, name, userCount: count } = account;
  const effects: Record<CloseAct, string[]> = {
    deactivate: [t("deactivateEffect", { count }), t("deactivateKept")],
    delete: [t("deleteEffect", { count }), t("deleteLost"), t("deleteHistory")],
  };

  async function close(act: CloseAct) {
    const result = await request("POST", `/accounts/${id}/${act}`, { body: { word: act } });
    if (!result.ok) return result;
    toast({ title: t(act === "delete" ? "deleted" : "deactivated"), description: name });
    router.push(ADDRESS_AFTER[act]);
    // So that Back does not bring the pages of the account out of the browser's memory.
    router.refresh();
    return result;
  }
  return (
    <Card title={t("title")}>
      <ul className="flex flex-col gap-4">
        {acts.map((act) => (
          <li key={act} className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <p className="min-w-0 flex-1 basis-64 text-sm text-fg-2">{t(`${act}Text`)}</p>
            <Button onClick={() => setAsked(act)}>{t(act)}</Button>
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={t(`${asked}Title`, { name })}
          effects={effects[asked]}
          word={asked}
          confirmLabel={t(asked)}
          onConfirm={() => close(asked)}
        />
      )}
    </Card>
  );
}
