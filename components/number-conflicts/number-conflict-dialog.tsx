"use client";

import Search from "lucide-react/icons/search";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { FindNumberHoldersInput } from "#lib/number-conflicts/schemas.ts";
import type { NumberHolder } from "#lib/number-conflicts/schemas.ts";
import { HolderCard } from "./holder-card.tsx";

type NumberConflictDialogProps = { accountId: string; mayDelete: boolean; open: boolean; onOpenChange: (open: boolean) => void };

/** Finds who holds a number that Azure AD could not give to somebody else, and deletes them (CONFLICT-01 to CONFLICT-10). */
export function NumberConflictDialog({ accountId, mayDelete, open, onOpenChange }: NumberConflictDialogProps) {
  const t = useTranslations("numberConflicts");
  const router = useRouter();
  const [holders, setHolders] = useState<readonly NumberHolder[] | null>(null);
  const [deleting, setDeleting] = useState<NumberHolder | null>(null);
  const users = `/accounts/${accountId}/users`;

  async function remove({ userId, name }: NumberHolder) {
    const result = await request<BulkResult>("POST", `${users}/delete`, { body: { selection: { mode: "some", ids: [userId] } } });
    if (!result.ok) return result;
    const [left] = result.data.skipped;
    toast(left ? { tone: "bad", title: t("notDeleted", { name, reason: left.reason }) } : { title: t("deleted", { name }) });
    if (!left) setHolders((shown) => shown?.filter((holder) => holder.userId !== userId) ?? null);
    router.refresh();
    return result;
  }
  const turn = (next: boolean) => {
    if (!next) setHolders(null);
    onOpenChange(next);
  };
  return (
    <>
      <Dialog open={open} onOpenChange={turn} title={t("title")} description={t("about")}>
        <Form
          schema={FindNumberHoldersInput}
          defaultValues={{ number: "" }}
          onSubmit={({ number }) => request<{ items: NumberHolder[] }>("GET", `${users}/number-holders?${new URLSearchParams({ number })}`)}
          onSaved={({ items }) => setHolders(items)}
          className="flex flex-wrap items-start gap-3"
        >
          <TextField name="number" label={t("number")} type="search" inputMode="tel" icon={<Search aria-hidden />} className="flex-1 basis-48" required />
          <SubmitButton className="mt-6">{t("search")}</SubmitButton>
        </Form>
        <div role="status" className="mt-4">
          {holders && <p className="font-medium">{holders.length === 0 ? t("none") : t("found", { count: holders.length })}</p>}
        </div>
        {holders && holders.length > 0 && (
          <ul className="mt-3 grid gap-3">
            {holders.map((holder) => (
              <HolderCard key={holder.userId} holder={holder} mayDelete={mayDelete} onDelete={() => setDeleting(holder)} />
            ))}
          </ul>
        )}
      </Dialog>
      {deleting && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && setDeleting(null)}
          title={t("deleteTitle", { name: deleting.name })}
          effects={[t("deleteEffect", deleting)]}
          confirmLabel={t("deleteConfirm")}
          onConfirm={() => remove(deleting)}
        />
      )}
    </>
  );
}
