"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { ImportView } from "#lib/imports/schemas.ts";
import { addedUsersPath } from "./import-result.tsx";
import { ImportWarnings } from "./import-warnings.tsx";
import { KeptUsersList } from "./kept-users.tsx";
import { UndoButton } from "./undo-button.tsx";

type ImportNoticesProps = { accountId: string; item: ImportView; reopened: boolean; mayUndo: boolean; onUndo: (view: ImportView) => void };

/** What is to be known above the rows: that the file was uploaded before, who was added already, who was kept, and what is odd in the file. */
export function ImportNotices({ accountId, item, reopened, mayUndo, onUndo }: ImportNoticesProps) {
  const t = useTranslations("imports.result");
  const kept = useTranslations("imports.kept");
  const [closed, setClosed] = useState(false);
  const here = item.addedCount - item.removedCount;
  return (
    <div className="mb-4 flex flex-col gap-3 empty:hidden">
      {reopened && !closed && (
        <Banner title={t("reopened")} onClose={() => setClosed(true)}>
          {t("reopenedText")}
        </Banner>
      )}
      {here > 0 && item.status === "preview" && item.undo !== "working" && (
        <Banner
          tone="good"
          live
          title={t("added", { count: here })}
          action={
            <>
              {mayUndo && <UndoButton accountId={accountId} item={item} onStarted={onUndo} />}
              <ButtonLink href={addedUsersPath(accountId, item.id)}>{t("showUsers")}</ButtonLink>
            </>
          }
        >
          {t("addedText")}
        </Banner>
      )}
      {item.undo === "done" && item.status === "preview" && <Banner tone="good" live title={t("undoneTitle", { count: item.removedCount })} />}
      {item.undo === "done" && item.kept.length > 0 && (
        <Banner tone="warn" title={kept("title", { count: item.kept.reduce((sum, { count }) => sum + count, 0) })}>
          <KeptUsersList kept={item.kept} />
        </Banner>
      )}
      {item.status === "preview" && <ImportWarnings warnings={item.warnings} />}
    </div>
  );
}
