import Lock from "lucide-react/icons/lock";
import type { useTranslations } from "next-intl";
import type { Column } from "#components/data-table/column.ts";
import { Tag } from "#components/ui/tag.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import type { TemplateListItem } from "#lib/templates/schemas.ts";

type Translate = ReturnType<typeof useTranslations<"templates.list">>;

/** The columns of the list of templates. */
export function templateColumns(t: Translate): Column<TemplateListItem>[] {
  return [
    { id: "label", header: t("columns.label"), cell: ({ label }) => label, width: "max-w-40 sm:max-w-88" },
    { id: "description", header: t("columns.description"), cell: ({ description }) => description || "–", from: "lg", width: "max-w-72" },
    { id: "kind", header: t("columns.kind"), cell: ({ isDefault }) => <Kind isDefault={isDefault} t={t} /> },
    { id: "primaryPhone", header: t("columns.primaryPhone"), cell: ({ primaryPhone }) => (primaryPhone ? <Tag>{primaryPhone}</Tag> : "–"), from: "md" },
    { id: "users", header: t("columns.users"), cell: ({ userCount: count, userCountIsExact: exact }) => t("users", { count, exact: String(exact) }), numeric: true, width: "w-20", from: "sm" },
    { id: "modified", header: t("columns.modified"), cell: modifiedOn, from: "md", width: "max-w-72" },
  ];
}

function Kind({ isDefault, t }: { isDefault: boolean; t: Translate }) {
  if (!isDefault) return t("custom");
  return <Pill tone="accent" icon={<Lock aria-hidden />}>{t("default")}</Pill>;
}

function modifiedOn({ modifiedAt, modifiedBy }: TemplateListItem) {
  return (
    <>
      <Time value={modifiedAt} show="date" /> {modifiedBy && `(${modifiedBy})`}
    </>
  );
}
