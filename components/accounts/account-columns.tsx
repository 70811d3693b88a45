import type { useFormatter, useTranslations } from "next-intl";
import type { Column } from "#components/data-table/column.ts";
import { Time } from "#components/ui/time.tsx";
import type { AccountListItem } from "#lib/accounts/schemas.ts";

/** A row of the list, with the name of its country in the reader's language. */
export type AccountRow = AccountListItem & { countryName: string };

type Translate = ReturnType<typeof useTranslations<"accounts.list">>;
type Format = ReturnType<typeof useFormatter>;

/** The columns of the list of accounts. */
export function accountColumns(t: Translate, format: Format): Column<AccountRow>[] {
  return [
    { id: "name", header: t("columns.name"), cell: ({ name }) => <span className="block truncate max-sm:max-w-52">{name}</span> },
    { id: "city", header: t("columns.city"), cell: ({ city }) => city || "–", from: "md", width: "max-w-48" },
    { id: "country", header: t("columns.country"), cell: ({ countryName }) => countryName || "–", from: "lg", width: "max-w-48" },
    { id: "users", header: t("columns.users"), cell: ({ userCount }) => format.number(userCount), numeric: true, width: "w-24" },
    { id: "modified", header: t("columns.modified"), cell: modifiedOn, from: "sm", width: "max-w-72" },
  ];
}

function modifiedOn({ modifiedAt, modifiedBy }: AccountRow) {
  return (
    <>
      <Time value={modifiedAt} show="date" /> {modifiedBy && `(${modifiedBy})`}
    </>
  );
}
