import { useFormatter, useNow, useTimeZone, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";

type GreetingProps = { name: string; accountName: string; actions?: ReactNode };

const NOON = 12;
const EVENING = 18;

/** The head of a dashboard: the name of the person, of the account, and the day (DASH-01, DASH-02, DASH-05). Rendered on the server only, where the reader's time zone is known. */
export function Greeting({ name, accountName, actions }: GreetingProps) {
  const t = useTranslations("dashboard.greeting");
  const format = useFormatter();
  const now = useNow();
  const hour = hourIn(useTimeZone() ?? "UTC", now);
  const part = hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
  const date = format.dateTime(now, { dateStyle: "full" });
  return <PageHeader title={t(part, { name })} subtitle={t("subtitle", { account: accountName, date })} actions={actions} />;
}

function hourIn(timeZone: string, moment: Date): number {
  return Number(new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" }).format(moment));
}
