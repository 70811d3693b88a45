"use client";

import CircleCheck from "lucide-react/icons/circle-check";
import CircleX from "lucide-react/icons/circle-x";
import FileX from "lucide-react/icons/file-x";
import Undo2 from "lucide-react/icons/undo-2";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ImportView } from "#lib/imports/schemas.ts";
import { importsPath } from "./import-lists.ts";
import { UndoButton } from "./undo-button.tsx";

type ImportResultProps = { accountId: string; item: ImportView; mayUndo: boolean; onUndo: (view: ImportView) => void };

/** What became of an import that is over. */
export function ImportResult({ accountId, item, mayUndo, onUndo }: ImportResultProps) {
  const t = useTranslations("imports.result");
  const here = item.addedCount - item.removedCount;
  const { icon, title, text } = words(item, t);
  return (
    <Card>
      <EmptyState
        icon={icon}
        title={title}
        action={
          <>
            {here > 0 && mayUndo && <UndoButton accountId={accountId} item={item} onStarted={onUndo} />}
            {here > 0 ? (
              <ButtonLink variant="primary" href={addedUsersPath(accountId, item.id)}>
                {t("showUsers")}
              </ButtonLink>
            ) : (
              <ButtonLink variant="primary" href={importsPath(accountId)}>
                {t("again")}
              </ButtonLink>
            )}
          </>
        }
      >
        {text}
      </EmptyState>
    </Card>
  );
}

/** The users that an import has added, in the list of users. */
export function addedUsersPath(accountId: string, importId: string): string {
  return `/accounts/${accountId}/users?importId=${importId}`;
}

function words(item: ImportView, t: ReturnType<typeof useTranslations<"imports.result">>): { icon: ReactNode; title: string; text: string } {
  const { status, undo, addedCount, removedCount, fileName: file } = item;
  if (status === "refused") return { icon: <FileX />, title: t("refusedTitle"), text: item.refusal };
  if (undo === "done") return { icon: <Undo2 />, title: t("undoneTitle", { count: removedCount }), text: t("undone") };
  if (status === "cancelled") return { icon: <CircleX />, title: t("cancelledTitle"), text: t("cancelled", { count: addedCount }) };
  if (addedCount === 0) return { icon: <CircleX />, title: t("emptyTitle"), text: t("empty", { file }) };
  return { icon: <CircleCheck />, title: t("doneTitle", { count: addedCount }), text: t("done", { file }) };
}
