import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { ImportList } from "#components/imports/import-list.tsx";
import { IMPORT_LIST, IMPORT_LIST_NAME } from "#components/imports/import-lists.ts";
import { ImportPanel } from "#components/imports/import-panel.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findImports } from "#lib/imports/find-imports.ts";
import { MAX_IMPORT_BYTES } from "#lib/imports/schemas.ts";
import { SPREADSHEET_LIMITS } from "#lib/spreadsheets/schemas.ts";
import { userRights } from "../rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.panel"))("title") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportUsersPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  if (!userRights(person, account!).add) notFound();
  const t = await getTranslations("imports.panel");
  const kept = listPreferences(person.preferences, IMPORT_LIST_NAME);
  const imports = await read(findImports, accountId, listQuery(parseListState(await searchParams, IMPORT_LIST, kept)));
  return (
    <>
      <Trail steps={[{ label: t("title") }]} />
      <PageHeader title={t("title")} />
      <ImportPanel accountId={accountId} limits={{ bytes: MAX_IMPORT_BYTES, rows: SPREADSHEET_LIMITS.maxRows }} />
      <ImportList accountId={accountId} page={imports} preferences={kept} />
    </>
  );
}
