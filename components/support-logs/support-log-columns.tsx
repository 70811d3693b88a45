import type { useTranslations } from "next-intl";
import type { Column } from "#components/data-table/column.ts";
import { Time } from "#components/ui/time.tsx";
import type { SupportLogItem } from "#lib/support-logs/schemas.ts";
import { LogState } from "./log-state.tsx";

/** The columns of the list of support logs (LOGS-04, LOGS-05). */
export function supportLogColumns(t: ReturnType<typeof useTranslations<"supportLogs.list.columns">>): Column<SupportLogItem>[] {
  return [
    { id: "product", header: t("product"), cell: ({ product }) => product, width: "max-sm:max-w-30!" },
    { id: "created", header: t("created"), cell: ({ createdAt }) => <Time value={createdAt} show="minute" />, from: "md" },
    { id: "reporter", header: t("reporter"), cell: ({ reporterEmail }) => reporterEmail, from: "lg" },
    { id: "title", header: t("title"), cell: ({ title }) => title, width: "max-w-96! max-sm:max-w-28!" },
    { id: "state", header: t("state"), cell: ({ state }) => <LogState state={state} /> },
  ];
}
