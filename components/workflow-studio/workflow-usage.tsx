"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { request } from "#components/api/request.ts";
import type { RequestError } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { WorkflowUsage as Usage } from "#lib/workflow-studio/schemas.ts";

type Loaded = { usage: Usage | null; error: RequestError | null };

/** The flow executions of the billing period, as Workflow Studio counts them; asked for by the page that shows them (WFS-21). */
export function WorkflowUsage({ accountId }: { accountId: string }) {
  const t = useTranslations("subscriptions.executions");
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const load = async () => {
    const result = await request<Usage>("GET", `/accounts/${accountId}/workflow-studio/usage`);
    setLoaded(result.ok ? { usage: result.data, error: null } : { usage: null, error: result.error });
  };
  const loadFirst = useEffectEvent(() => void load());
  useEffect(() => loadFirst(), []);

  if (loaded === null) return <div aria-busy className="px-4 pb-3"><Skeleton className="h-3.5 w-1/2" /></div>;
  const { usage, error } = loaded;
  if (error?.code === "not_found") return <p className="px-4 pb-3 text-xs text-fg-3">{t("notInUse")}</p>;
  if (!usage) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-3 text-xs text-bad">
        {t("failed", { reason: error?.message ?? "" })}
        <Button size="sm" onClick={() => void load()}>{t("retry")}</Button>
      </div>
    );
  }
  return (
    <table className="mx-4 mb-3 text-xs">
      <caption className="pb-1 text-start text-fg-3">{t("caption", { from: usage.from, to: usage.to })}</caption>
      <thead className="text-fg-3">
        <tr>{(["tier", "executed", "entitled"] as const).map((column) => <th key={column} scope="col" className="pe-6 text-start font-medium">{t(column)}</th>)}</tr>
      </thead>
      <tbody>
        {usage.tiers.map(({ tier, executed, entitled }) => (
          <tr key={tier}>
            <th scope="row" className="pe-6 text-start font-medium">{t(`tiers.${tier}`)}</th>
            <td className="pe-6 tabular-nums">{t("count", { count: executed })}</td>
            <td className="tabular-nums">{t("count", { count: entitled })}{executed >= entitled && <span className="ms-2 font-semibold text-warn">{t("usedUp")}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
