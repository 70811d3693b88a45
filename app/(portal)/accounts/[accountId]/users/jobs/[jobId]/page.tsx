import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { JobProgress } from "#components/bulk-jobs/job-progress.tsx";
import { RESULT_LIST, RESULT_LIST_NAME } from "#components/bulk-jobs/result-list.ts";
import { ResultsTable } from "#components/bulk-jobs/results-table.tsx";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import { ReturnToList } from "#components/users/return-to-list.tsx";
import { findBulkJobResults } from "#lib/bulk-jobs/find-bulk-job-results.ts";
import { may } from "#lib/permissions/grants.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulkJobs.page"))("trail") };
}

const TONES = { working: "accent", completed: "good", failed: "bad", cancelled: "neutral" } as const;

type Props = { params: Promise<{ accountId: string; jobId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BulkJobPage({ params, searchParams }: Props) {
  const { accountId, jobId: bulkJobId } = await params;
  const { person } = await personAt(accountId);
  if (!z.uuid().safeParse(bulkJobId).success) notFound();
  const kept = listPreferences(person.preferences, RESULT_LIST_NAME);
  const page = await read(findBulkJobResults, accountId, { ...listQuery(parseListState(await searchParams, RESULT_LIST, kept)), bulkJobId });
  const t = await getTranslations("bulkJobs");
  const { job } = page;
  const mayCancel = may(person, "users", "edit") || may(person, "users", "delete");
  return (
    <>
      <Trail steps={[{ label: t("page.trail") }]} />
      <LiveRefresh topics={["users"]} />
      <ReturnToList accountId={accountId} />
      <PageHeader
        title={t(`kinds.${job.kind}`)}
        subtitle={t.rich("page.subtitle", { name: job.createdByName, when: () => <Time value={job.createdAt} /> })}
        actions={<Pill tone={TONES[job.status]}>{t(`status.${job.status}`)}</Pill>}
      />
      <JobProgress accountId={accountId} job={job} mayCancel={mayCancel} />
      <ResultsTable accountId={accountId} page={page} preferences={kept} />
    </>
  );
}
