import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { TEMPLATE_LIST } from "#components/templates/template-list.ts";
import { TemplatesTable } from "#components/templates/templates-table.tsx";
import { findTemplates } from "#lib/templates/find-templates.ts";
import { FindTemplatesInput } from "#lib/templates/schemas.ts";
import { templateRights } from "./rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates.list"))("title") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TemplatesPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const kept = listPreferences(person.preferences, "templates");
  const query = listQuery(parseListState(await searchParams, TEMPLATE_LIST, kept));
  // An address with a filter that the list does not have leads to the list as it is.
  if (!FindTemplatesInput.safeParse(query).success) redirect(`/accounts/${accountId}/templates`);
  const page = await read(findTemplates, accountId, query);
  return <TemplatesTable accountId={accountId} page={page} rights={templateRights(person)} preferences={kept} />;
}
