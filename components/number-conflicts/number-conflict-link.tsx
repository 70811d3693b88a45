"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLatePart } from "#components/ui/use-late-part.ts";

/** The link on the Users page of an account with Azure AD Sync (USER-05); the search behind it comes with the first use. */
export function NumberConflictLink({ accountId, mayDelete }: { accountId: string; mayDelete: boolean }) {
  const t = useTranslations("numberConflicts");
  const [open, setOpen] = useState(false);
  const { part: Dialog, load } = useLatePart(() => import("./number-conflict-dialog.tsx").then((module) => module.NumberConflictDialog));
  const show = () => {
    load();
    setOpen(true);
  };
  return (
    <>
      <button type="button" onClick={show} onPointerEnter={load} className="link mb-3 inline-flex min-h-6 items-center text-start text-sm">
        {t("link")}
      </button>
      {Dialog && <Dialog accountId={accountId} mayDelete={mayDelete} open={open} onOpenChange={setOpen} />}
    </>
  );
}
