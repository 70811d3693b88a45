"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AddedImport } from "#lib/imports/schemas.ts";
import { importsPath } from "./import-lists.ts";
import { sendFile } from "./send-file.ts";

type Sending = { file: string; share: number };

export type FileUpload = {
  /** The file that is on its way; null when none is. */
  sending: Sending | null;
  /** Why the last one was not taken, in a sentence. */
  failure: string | null;
  send: (files: readonly File[]) => Promise<void>;
};

const MEGABYTE = 1024 * 1024;

/** Uploads the file that was chosen or dropped, and goes to its preview. */
export function useFileUpload(accountId: string, maxBytes: number): FileUpload {
  const t = useTranslations("imports.panel");
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function send(files: readonly File[]): Promise<void> {
    const [file, another] = files;
    if (!file || sending) return;
    if (another) return setFailure(t("oneOnly"));
    if (file.size > maxBytes) return setFailure(t("tooLarge", { file: file.name, size: Math.ceil(file.size / MEGABYTE), limit: maxBytes / MEGABYTE }));
    setFailure(null);
    setSending({ file: file.name, share: 0 });
    const result = await sendFile<AddedImport>(`/accounts/${accountId}/imports?fileName=${encodeURIComponent(file.name)}`, file, (share) => setSending({ file: file.name, share }));
    if (result.ok) return router.push(`${importsPath(accountId)}/${result.data.import.id}${result.data.reopened ? "?reopened=1" : ""}`);
    setSending(null);
    setFailure(result.error.message);
  }
  return { sending, failure, send };
}
