"use client";

import Download from "lucide-react/icons/download";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

/** "Export Logs": downloads a zip file, or for Mitel One Mobile one after the other both (LOGS-21, LOGS-22). */
export function ExportLogs({ files }: { files: readonly string[] }) {
  const t = useTranslations("supportLogs.page");
  return (
    <Button icon={<Download aria-hidden />} onClick={() => files.forEach(download)} title={files.length > 1 ? t("twoFiles") : undefined}>
      {t("export")}
    </Button>
  );
}

/** By a link of its own: a second navigation would call off the first. */
function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
