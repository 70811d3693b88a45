"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import type { SupportLogView } from "#lib/support-logs/schemas.ts";
import { LogState } from "./log-state.tsx";
import { PartnerSupportForm } from "./partner-support-form.tsx";

type PartnerSupportProps = { log: SupportLogView; mayChange: boolean };

/** How the partner deals with the issue; an account admin reads it (LOGS-14, LOGS-29, OP1-52). */
export function PartnerSupport({ log, mayChange }: PartnerSupportProps) {
  const t = useTranslations("supportLogs.support");
  return (
    <Card title={t("title")} description={t("about")}>
      {mayChange ? <PartnerSupportForm log={log} /> : <PartnerSupportFacts log={log} />}
      {log.version > 1 && <p className="mt-4 text-xs text-fg-3">{t.rich("modified", { when: timeTag(log.modifiedAt), who: log.modifiedBy })}</p>}
    </Card>
  );
}

function PartnerSupportFacts({ log: { state, notes } }: { log: SupportLogView }) {
  const t = useTranslations("supportLogs.support");
  return (
    <DefinitionList
      columns={1}
      items={[
        { term: t("status"), description: <LogState state={state} /> },
        { term: t("notes"), description: <p className="break-words whitespace-pre-line">{notes || t("noNotes")}</p> },
      ]}
    />
  );
}
