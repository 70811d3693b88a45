import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { Trail } from "#components/shell/trail.tsx";
import { NewTemplateForm } from "#components/templates/new-template-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findTemplateChoices } from "#lib/templates/find-template-choices.ts";
import { getTemplate } from "#lib/templates/get-template.ts";
import { templateRights } from "../rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates.page"))("newTitle") };
}

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<{ copy?: string | string[] }> };

export default async function NewTemplatePage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { copy } = await searchParams;
  const { person } = await personAt(accountId);
  if (!templateRights(person).add || (copy !== undefined && !z.uuid().safeParse(copy).success)) notFound();
  const original = copy === undefined ? null : read(getTemplate, accountId, { templateId: copy });
  const [template, choices] = await Promise.all([original, read(findTemplateChoices, accountId)]);
  const t = await getTranslations("templates.page");
  return (
    <div className="max-w-5xl">
      <Trail steps={[{ label: t("newTitle") }]} />
      <PageHeader title={t("newTitle")} subtitle={template ? t("copySubtitle", { label: template.values.label }) : t("newSubtitle")} />
      <NewTemplateForm accountId={accountId} original={template} choices={choices} />
    </div>
  );
}
