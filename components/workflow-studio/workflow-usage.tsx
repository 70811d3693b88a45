"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { WorkflowUsage as Usage } from "#lib/workflow-studio/schemas.ts";

/** The flow executions of the billing period, as Workflow Studio counts them; asked for by the page that shows them (WFS-21). */
export function WorkflowUsage({ accountId }: { accountId: string }) {
  const t = useTranslations("subscriptions.executions");
  const [answer, setAnswer] = useState<Result<Usage> | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    void request<Usage>("GET", `/accounts/${accountId}/workflow-studio/usage`).then((result) => {
      if (!gone) setAnswer(result);
    });
    return () => {
      gone = true;
    };
  }, [accountId, attempt]);

  if (answer === null) return <div aria-busy className="px-4 pb-3"><Skeleton className="h-3.5 w-1/2" /></div>;
  if (!answer.ok && answer.error.code === "not_found") return <p className="px-4 pb-3 text-xs text-fg-3">{t("notInUse")}</p>;
  if (!answer.ok) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-3 text-xs text-bad">
        {t("failed", { reason: answer.error.message })}
        <Button size="sm" onClick={() => setAttempt(attempt + 1)}>{t("retry")}</Button>
      </div>
    );
  }
  const usage = answer.data;
  return (
    <table className="mx-4 mb-3 text-xs">
      <caption className="pb-1 text-start text-fg-3 sm:whitespace-nowrap">{t("caption", { from: usage.from, to: usage.to })}</caption>
      <thead className="text-fg-3">
        <tr>{(["tier", "executed", "entitled"] as const).map((column) => <th key={column} scope="col" className="pe-6 text-start font-medium">{t(column)}</th>)}</tr>
      </thead>
      <tbody>
        {usage.tiers.map(({ tier, executed, entitled }) => (
          <tr key={tier}>
            <th scope="row" className="pe-6 text-start font-medium">{t(`tiers.${tier}`)}</th>
            <td className="pe-6 tabular-nums">{t("count", { count: executed })}</td>
            <td className="tabular-nums">{t("count", { count: entitled })}{entitled > 0 && executed >= entitled && <span className="ms-2 font-semibold text-warn">{t("usedUp")}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
