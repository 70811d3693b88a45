"use client";

import Download from "lucide-react/icons/download";
import FileText from "lucide-react/icons/file-text";
import ImageIcon from "lucide-react/icons/image";
import { useFormatter, useTranslations } from "next-intl";
import { shortFileName } from "#lib/support-logs/rules.ts";
import type { AttachmentView } from "#lib/support-logs/schemas.ts";
import { AttachmentImage } from "./attachment-image.tsx";

type AttachmentListProps = { files: readonly AttachmentView[]; addressOf: (file: AttachmentView) => string };

/** The files of a log, each with "Download"; images are shown (LOGS-12, LOGS-19, LOGS-20, OP1-49). */
export function AttachmentList({ files, addressOf }: AttachmentListProps) {
  const t = useTranslations("supportLogs.attachments");
  if (files.length === 0) return <p className="text-sm text-fg-2">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {files.map((file) => (
        <li key={file.id} className="flex flex-col gap-2">
          <FileLine file={file} address={addressOf(file)} />
          {isImage(file) && <AttachmentImage fileName={file.fileName} address={addressOf(file)} />}
        </li>
      ))}
    </ul>
  );
}

function FileLine({ file: { fileName, size, ...file }, address }: { file: AttachmentView; address: string }) {
  const t = useTranslations("supportLogs.attachments");
  const format = useFormatter();
  const Icon = isImage(file) ? ImageIcon : FileText;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="inline-flex min-w-0 items-center gap-2" title={fileName}>
        <Icon aria-hidden className="size-4 shrink-0 text-fg-3" />
        <span className="min-w-0 break-all">{shortFileName(fileName)}</span>
      </span>
      <span className="text-fg-3 tabular-nums">{format.number(Math.ceil(size / 1024), { style: "unit", unit: "kilobyte" })}</span>
      <a href={address} download={fileName} aria-label={t("downloadFile", { file: fileName })} className="link inline-flex min-h-6 items-center gap-1">
        <Download aria-hidden className="size-4" />
        {t("download")}
      </a>
    </p>
  );
}

function isImage({ contentType }: Pick<AttachmentView, "contentType">): boolean {
  return contentType !== "text/plain";
}
