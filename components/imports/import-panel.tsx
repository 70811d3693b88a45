"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { FileDrop } from "./file-drop.tsx";

type ImportPanelProps = { accountId: string; limits: { bytes: number; rows: number } };

/** The panel "Import Users": its three steps, and the place to give the file to (IMPORT-03 to IMPORT-06). */
export function ImportPanel({ accountId, limits }: ImportPanelProps) {
  const t = useTranslations("imports.panel");
  const columns = useTranslations("imports.columns");
  const template = (format: "xlsx" | "csv") => (text: ReactNode) => (
    <a href={`/api/v1/accounts/${accountId}/imports/template?format=${format}`} download className="link">
      {text}
    </a>
  );
  return (
    <Card className="mb-6">
      <ol className="flex flex-col gap-4">
        <Step number={1}>
          <p>
            {t.rich("steps.download", { xlsx: template("xlsx") })} <span className="text-fg-3">{t.rich("csv", { csv: template("csv") })}</span>
          </p>
        </Step>
        <Step number={2}>
          <p>{t("steps.fill")}</p>
          <div className="mt-2.5 border-s-2 border-line ps-4">
            <DefinitionList
              columns={3}
              items={[
                { term: [columns("firstName"), columns("lastName"), columns("name")].join(" · "), description: t("rules.names") },
                { term: columns("email"), description: t("rules.email") },
                { term: columns("role"), description: t("rules.role") },
              ]}
            />
          </div>
        </Step>
        <Step number={3}>
          <p>{t("steps.upload")}</p>
          <FileDrop accountId={accountId} limits={limits} />
          <p className="mt-2.5 text-sm text-fg-2">{t("hint")}</p>
        </Step>
      </ol>
    </Card>
  );
}

function Step({ number, children }: { number: number; children: ReactNode }) {
  return (
    <li className="flex gap-3.5">
      <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent">
        {number}
      </span>
      <div className="min-w-0 flex-1 pt-0.5">{children}</div>
    </li>
  );
}
