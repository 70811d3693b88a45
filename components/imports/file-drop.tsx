"use client";

import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import UploadIcon from "lucide-react/icons/upload";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Progress } from "#components/ui/progress.tsx";
import { useFileUpload } from "./use-file-upload.ts";

const ACCEPTED = ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type FileDropProps = { accountId: string; limits: { bytes: number; rows: number } };

/** Takes the spreadsheet: by the button "Upload", which opens the file chooser, or dropped onto it (IMPORT-06). */
export function FileDrop({ accountId, limits }: FileDropProps) {
  const t = useTranslations("imports.panel");
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { sending, failure, send } = useFileUpload(accountId, limits.bytes);

  return (
    <>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send([...event.dataTransfer.files]);
        }}
        className={classNames(
          "mt-2.5 flex flex-col items-center gap-3 rounded-lg border-2 border-dashed px-4 py-7 text-center transition-colors",
          over ? "border-accent bg-accent-soft" : "border-line-strong bg-surface-2",
        )}
      >
        <FileSpreadsheet aria-hidden className="size-7 text-fg-3" />
        {sending ? (
          <div className="w-full max-w-80" aria-live="polite">
            <Progress label={t("sending", { file: sending.file })} value={sending.share >= 1 ? null : sending.share} max={1} />
          </div>
        ) : (
          <>
            <p className="text-sm text-fg-2">{over ? t("dropNow") : t("drop")}</p>
            <Button variant="primary" icon={<UploadIcon aria-hidden />} onClick={() => chooser.current?.click()}>
              {t("upload")}
            </Button>
          </>
        )}
        <p className="text-xs text-fg-3">{t("limits", { megabytes: limits.bytes / 1024 / 1024, rows: limits.rows })}</p>
        <input
          ref={chooser}
          type="file"
          accept={ACCEPTED}
          hidden
          aria-label={t("upload")}
          onChange={(event) => {
            void send([...(event.target.files ?? [])]);
            // So that the same file, corrected meanwhile, can be chosen again.
            event.target.value = "";
          }}
        />
      </div>
      {failure && (
        <Banner tone="bad" live title={t("failed")} className="mt-3">
          {failure}
        </Banner>
      )}
    </>
  );
}
