import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { IMPORT_ROW_LIST, importsPath } from "#components/imports/import-lists.ts";
import { ImportScreen } from "#components/imports/import-screen.tsx";
import { findImportRows } from "#lib/imports/find-import-rows.ts";
import { FindImportRowsInput } from "#lib/imports/schemas.ts";
import { userRights } from "../../rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.page"))("title") };
}

type Props = { params: Promise<{ accountId: string; importId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportPreviewPage({ params, searchParams }: Props) {
  const { accountId, importId } = await params;
  const { person, account } = await personAt(accountId);
  const rights = userRights(person, account!);
  if (!rights.add) notFound();
  const query = await searchParams;
  const input = FindImportRowsInput.safeParse({ importId, ...listQuery(parseListState(query, IMPORT_ROW_LIST)) });
  // An address that was typed wrong leads to where the imports are.
  if (!input.success) redirect(importsPath(accountId));
  const page = await read(findImportRows, accountId, input.data);
  return <ImportScreen accountId={accountId} page={page} reopened={query["reopened"] !== undefined} mayUndo={rights.delete} />;
}
