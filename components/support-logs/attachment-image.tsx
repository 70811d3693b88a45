"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";

/** An attached image, small; enlarged in a window that an X closes (LOGS-19). */
export function AttachmentImage({ fileName, address }: { fileName: string; address: string }) {
  const t = useTranslations("supportLogs.attachments");
  const [enlarged, setEnlarged] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={t("enlargeFile", { file: fileName })}
        onClick={() => setEnlarged(true)}
        className="group relative grid min-h-16 w-fit max-w-full min-w-36 cursor-zoom-in place-items-center overflow-hidden rounded-md border border-line"
      >
        {/* As it is stored: Next's image service could not fetch it without the reader's session. */}
        <img src={address} alt="" loading="lazy" className="max-h-48 max-w-full object-contain" />
        <span
          aria-hidden
          className="absolute inset-x-0 bottom-0 bg-nav-bg/85 px-2 py-1 text-xs font-semibold text-nav-fg-strong opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100 pointer-coarse:opacity-100"
        >
          {t("enlarge")}
        </span>
      </button>
      <Dialog open={enlarged} onOpenChange={setEnlarged} title={fileName} size="lg">
        <img src={address} alt={fileName} className="mx-auto max-w-full min-w-1/2 object-contain" />
      </Dialog>
    </>
  );
}
