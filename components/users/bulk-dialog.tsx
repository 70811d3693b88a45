"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { doToUsers } from "./bulk-acts.ts";
import type { BulkAct } from "./bulk-acts.ts";
import type { SelectedUsers } from "./selected-users.ts";
import { useUserWords } from "./user-words.ts";

/** An act that waits for the person's word. */
export type AskedAct = { act: BulkAct; users: SelectedUsers };

type BulkDialogProps = { accountId: string; asked: AskedAct; onClose: () => void; onDone: (result: BulkResult, act: BulkAct) => void };

/** Says what an act will do to how many, asks, and does it. Deleting asks for the word (USER-81, USER-83). */
export function BulkDialog({ accountId, asked: { act, users }, onClose, onDone }: BulkDialogProps) {
  const t = useTranslations("users.confirm");
  const words = useUserWords();
  const [open, setOpen] = useState(true);
  const who = words(users);
  const extent = { count: users.count, exact: String(users.isExact) };
  const effects = {
    welcome: [t("welcome.who", { who }), t("welcome.link")],
    reset: [t("reset.who", { who }), t("reset.link"), t("reset.unregistered")],
    deployment: [t("deployment.who", { who }), t("deployment.secrets"), t("deployment.others")],
    office: [t("office.who", { who }), t("office.others")],
    delete: [t("delete.who", { who }), t("delete.services"), t("delete.source"), t("delete.history")],
  }[act];
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) onClose();
      }}
      title={t(`${act}.title`)}
      effects={effects}
      word={act === "delete" ? "delete" : undefined}
      tone={act === "delete" ? "danger" : "primary"}
      confirmLabel={t(`${act}.confirm`, extent)}
      cancelLabel={act === "deployment" ? t("deployment.cancel") : undefined}
      onConfirm={async (idempotencyKey) => {
        const result = await doToUsers(accountId, act, users, idempotencyKey);
        if (result.ok) onDone(result.data, act);
        return result;
      }}
    />
  );
}
