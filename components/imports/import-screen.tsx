"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { HistoryLink } from "#components/events/history-link.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ImportRowPage, ImportView } from "#lib/imports/schemas.ts";
import { importsPath } from "./import-lists.ts";
import { ImportNotices } from "./import-notices.tsx";
import { ImportResult } from "./import-result.tsx";
import { ImportReview } from "./import-review.tsx";
import { ImportWorking } from "./import-working.tsx";
import { useImportRows } from "./use-import-rows.ts";
import { isWorking, useLiveImport } from "./use-live-import.ts";

type ImportScreenProps = { accountId: string; page: ImportRowPage; reopened: boolean; mayUndo: boolean };

/** One import, at whatever point it is: being read, in preview, being added, over, or being taken back. */
export function ImportScreen({ accountId, page, reopened, mayUndo }: ImportScreenProps) {
  const t = useTranslations("imports.page");
  const panel = useTranslations("imports.panel");
  const router = useRouter();
  const list = useImportRows(accountId, page);
  const item = list.import;
  useLiveImport(accountId, item, list.setImport);
  const refresh = () => startTransition(() => router.refresh());
  const show = (view: ImportView) => {
    list.setImport(view);
    refresh();
  };
  return (
    <>
      <Trail steps={[{ label: panel("title"), href: importsPath(accountId) }, { label: item.fileName }]} />
      <PageHeader
        title={item.status === "preview" && !isWorking(item) ? t("title") : t("import", { file: item.fileName })}
        subtitle={
          <>
            {t("uploaded", { file: item.fileName, name: item.createdByName })} · <Time value={item.createdAt} />
          </>
        }
        actions={<HistoryLink accountId={accountId} asset={{ kind: "user_import", id: item.id, name: item.fileName }} />}
      />
      <ImportNotices accountId={accountId} item={item} reopened={reopened} mayUndo={mayUndo} onUndo={show} />
      {isWorking(item) ? (
        <ImportWorking accountId={accountId} item={item} onCancelled={refresh} />
      ) : item.status === "preview" ? (
        <ImportReview accountId={accountId} page={page} list={list} onCancelled={refresh} />
      ) : (
        <ImportResult accountId={accountId} item={item} mayUndo={mayUndo} onUndo={show} />
      )}
    </>
  );
}
