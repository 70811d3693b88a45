"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import type { SupportLogView } from "#lib/support-logs/schemas.ts";
import { AttachmentList } from "./attachment-list.tsx";

/** Who reported what with which application, and the files that came with it (LOGS-12). */
export function SubmissionDetails({ log }: { log: SupportLogView }) {
  const t = useTranslations("supportLogs.submission");
  const attachments = useTranslations("supportLogs.attachments");
  const copied = (name: "partnerId" | "accountId" | "userId") => ({
    term: t(name),
    description: (
      <span className="flex max-w-full items-center gap-1">
        <code className="min-w-0 font-mono text-xs break-all">{log[name]}</code>
        <CopyButton value={log[name]} label={t("copy", { name: t(name) })} />
      </span>
    ),
  });
  return (
    <Card title={t("title")}>
      <DefinitionList
        items={[
          { term: t("product"), description: log.product },
          { term: t("reporterEmail"), description: <span className="break-all">{log.reporterEmail}</span> },
          copied("partnerId"),
          copied("accountId"),
          copied("userId"),
          { term: t("logLevel"), description: log.logLevel },
        ]}
      />
      <h3 className="mt-5 mb-2 border-t border-line pt-4 text-sm font-semibold">{attachments("title")}</h3>
      <AttachmentList files={log.attachments} addressOf={({ id }) => `/api/v1/accounts/${log.accountId}/support-logs/${log.id}/attachments/${id}`} />
    </Card>
  );
}
