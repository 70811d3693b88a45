"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { tabsOf } from "#lib/support-logs/rules.ts";
import type { ReportTab } from "#lib/support-logs/rules.ts";
import type { SupportLogView } from "#lib/support-logs/schemas.ts";

/** What the customer wrote, and what the application told of itself, by category (LOGS-13, LOGS-15 to LOGS-18). */
export function ReportDetails({ log }: { log: SupportLogView }) {
  const t = useTranslations("supportLogs.report");
  const tabs = tabsOf(log);
  return (
    <Card title={t("title")} flush>
      <Tabs label={t("title")} items={tabs.map((tab) => ({ id: tab, label: t(`tabs.${tab}`), content: <TabContent log={log} tab={tab} /> }))} />
    </Card>
  );
}

function TabContent({ log, tab }: { log: SupportLogView; tab: ReportTab }) {
  switch (tab) {
    case "report":
      return <CustomersWords log={log} />;
    case "user":
      return <Facts facts={log.userDetails} />;
    case "device":
      return <Facts facts={log.deviceDetails} />;
    case "signal":
      return <Written text={log.signalStrength} />;
    case "error":
      return <Written text={log.errorInformation} />;
  }
}

function CustomersWords({ log: { topic, description } }: { log: SupportLogView }) {
  const t = useTranslations("supportLogs.report");
  return (
    <DefinitionList
      columns={1}
      items={[
        { term: t("topic"), description: topic },
        { term: t("description"), description: <p className="break-words whitespace-pre-line">{description}</p> },
      ]}
    />
  );
}

function Facts({ facts }: { facts: Record<string, string> }) {
  const items = Object.entries(facts).map(([term, value]) => ({ term, description: <span className="break-words whitespace-pre-line">{value}</span> }));
  return items.length > 0 ? <DefinitionList items={items} /> : <Nothing />;
}

function Written({ text }: { text: string }) {
  if (text === "") return <Nothing />;
  return (
    <pre tabIndex={0} className="max-h-96 overflow-auto rounded-md border border-line bg-surface-2 p-3 font-mono text-xs">
      {text}
    </pre>
  );
}

function Nothing() {
  const t = useTranslations("supportLogs.report");
  return <p className="text-sm text-fg-2">{t("nothing")}</p>;
}
