"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { BulkJobView } from "#lib/bulk-jobs/schemas.ts";
import { CancelJob } from "./cancel-job.tsx";

type JobProgressProps = { accountId: string; job: BulkJobView; mayCancel: boolean };

/** What it is to be done with, where that is not a mail. */
const DONE: Partial<Record<BulkJobView["kind"], "deleted" | "changed">> = { delete_users: "deleted", licenses: "changed", sms_numbers: "changed" };

/** How far a bulk job has got, in figures, and its end by hand. */
export function JobProgress({ accountId, job, mayCancel }: JobProgressProps) {
  const t = useTranslations("bulkJobs.progress");
  const format = useFormatter();
  const { kind, status, users, reached, done, failed, leftOut, waiting } = job;
  const isWorking = status === "working";
  const figures = [
    t(DONE[kind] ?? "sent", { count: done }),
    ...(failed > 0 ? [t("failed", { count: failed })] : []),
    ...(waiting > 0 ? [t(status === "cancelled" ? "notSent" : "waiting", { count: waiting })] : []),
    ...(leftOut > 0 ? [t("leftOut", { count: leftOut })] : []),
    ...(!isWorking && reached < users ? [t("notReached", { count: users - reached })] : []),
  ];
  return (
    <Card className="mb-4">
      <div role="status" className="flex flex-col gap-2">
        <Progress label={<span className="text-sm font-semibold text-fg">{t("label", { reached, users })}</span>} value={reached} max={users} tone={failed > 0 ? "bad" : isWorking ? "accent" : "good"} />
        <p className="text-sm text-fg-2">{format.list(figures, { type: "unit" })}</p>
        {isWorking && <p className="text-sm text-fg-3">{t("stay")}</p>}
      </div>
      {isWorking && mayCancel && (
        <div className="mt-3 flex justify-end">
          <CancelJob accountId={accountId} job={job} />
        </div>
      )}
    </Card>
  );
}
