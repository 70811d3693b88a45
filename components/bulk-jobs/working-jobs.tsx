"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useEffect, useEffectEvent, useState } from "react";
import { request } from "#components/api/request.ts";
import { useLiveChanges } from "#components/live/use-live-changes.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { BulkJobView } from "#lib/bulk-jobs/schemas.ts";

const TOPICS = ["users"];

/** Above the list of users: the bulk jobs that are at work on them. Asked for by the page itself, so that the list does not wait for it. */
export function WorkingJobs({ accountId }: { accountId: string }) {
  const t = useTranslations("bulkJobs");
  const [jobs, setJobs] = useState<BulkJobView[]>([]);
  const look = useEffectEvent(() => {
    void request<{ items: BulkJobView[] }>("GET", `/accounts/${accountId}/bulk-jobs`).then((result) => result.ok && setJobs(result.data.items));
  });
  useEffect(() => look(), []);
  useLiveChanges(TOPICS, look);
  return jobs.map(({ id, kind, reached, users }) => (
    <Banner key={id} className="mb-4" title={t("working.title", { kind: t(`kinds.${kind}`), reached, users })} action={<Link href={`/accounts/${accountId}/users/jobs/${id}`} className="link">{t("working.details")}</Link>}>
      <Progress label={t(`kinds.${kind}`)} labelHidden value={reached} max={users} />
    </Banner>
  ));
}
