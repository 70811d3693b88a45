"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "#components/ui/card.tsx";
import { Select } from "#components/ui/select.tsx";
import type { LicenseUsage } from "#lib/licenses/schemas.ts";
import { UsageChart } from "./usage-chart.tsx";
import { UsageTable } from "./usage-table.tsx";

const keyOf = ({ product, plan }: { product: string; plan: string }) => `${product}.${plan}`;

/** How the licenses of a plan were used day by day: as a picture, in a sentence, and as a table. */
export function UsageCard({ plans, history }: LicenseUsage) {
  const t = useTranslations("licenses.chart");
  const [chosen, setChosen] = useState(() => keyOf(plans.toSorted((a, b) => b.assigned - a.assigned)[0]!));
  const plan = plans.find((one) => keyOf(one) === chosen) ?? plans[0]!;
  const days = history.filter((day) => keyOf(day) === keyOf(plan));
  const last = days.at(-1)!;
  const summary = t("summary", { name: plan.name, assigned: last.assigned, entitled: last.entitled, date: last.day, most: Math.max(...days.map(({ assigned }) => assigned)) });
  return (
    <Card
      title={t("title")}
      description={t("about")}
      actions={
        plans.length > 1 && (
          <Select aria-label={t("plan")} controlSize="sm" className="w-52" value={keyOf(plan)} onValueChange={setChosen} options={plans.map((one) => ({ value: keyOf(one), label: one.name }))} />
        )
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        <UsageChart days={days} label={summary} />
        <p className="text-fg-2">{days.length > 1 ? summary : t("tooFew")}</p>
        <details>
          <summary className="link inline-flex min-h-6 cursor-pointer items-center font-medium">{t("table")}</summary>
          <UsageTable name={plan.name} days={days} />
        </details>
      </div>
    </Card>
  );
}
