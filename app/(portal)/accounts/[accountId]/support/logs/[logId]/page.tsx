import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { SUPPORT_LOG_TOPICS } from "#components/support-logs/support-log-list.ts";
import { SupportLogPage } from "#components/support-logs/support-log-page.tsx";
import { getSupportLog } from "#lib/support-logs/get-support-log.ts";
import { mayChangeSupportLogs } from "#lib/support-logs/rules.ts";

type Props = { params: Promise<{ accountId: string; logId: string }> };

/** Read once per request, for the title and for the page. */
const details = cache(async (accountId: string, logId: string) => {
  await personAt(accountId);
  if (!z.uuid().safeParse(logId).success) notFound();
  return read(getSupportLog, accountId, { logId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { accountId, logId } = await params;
  return { title: (await details(accountId, logId)).title };
}

export default async function SupportLogDetailsPage({ params }: Props) {
  const { accountId, logId } = await params;
  const { person } = await personAt(accountId);
  const log = await details(accountId, logId);
  return (
    <>
      <Trail steps={[{ label: log.title }]} />
      <LiveRefresh topics={SUPPORT_LOG_TOPICS} />
      <SupportLogPage log={log} mayChange={mayChangeSupportLogs(person.role)} />
    </>
  );
}
