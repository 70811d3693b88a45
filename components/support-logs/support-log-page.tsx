import { useTranslations } from "next-intl";
import { ReturnLink } from "#components/data-table/return-link.tsx";
import { HistoryLink } from "#components/events/history-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import { hasReport } from "#lib/support-logs/rules.ts";
import type { SupportLogView } from "#lib/support-logs/schemas.ts";
import { ExportLogs } from "./export-logs.tsx";
import { LogState } from "./log-state.tsx";
import { PartnerSupport } from "./partner-support.tsx";
import { ReportDetails } from "./report-details.tsx";
import { SubmissionDetails } from "./submission-details.tsx";

type SupportLogPageProps = { log: SupportLogView; mayChange: boolean };

/** One support log (LOGS-11 to LOGS-14). */
export function SupportLogPage({ log, mayChange }: SupportLogPageProps) {
  const t = useTranslations("supportLogs.page");
  const files = `/api/v1/accounts/${log.accountId}/support-logs/${log.id}`;
  return (
    <>
      <ReturnLink list={`/accounts/${log.accountId}/support/logs`}>{t("back")}</ReturnLink>
      <PageHeader
        title={<span className="break-words">{log.title}</span>}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Time value={log.createdAt} show="longMinute" />
            <LogState state={log.state} />
          </span>
        }
        actions={
          <>
            <HistoryLink accountId={log.accountId} asset={{ kind: "support_log", id: log.id, name: log.title }} />
            <ExportLogs files={hasReport(log.product) ? [`${files}/logs`, `${files}/report`] : [`${files}/logs`]} />
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <SubmissionDetails log={log} />
          <ReportDetails log={log} />
        </div>
        <PartnerSupport log={log} mayChange={mayChange} />
      </div>
    </>
  );
}
