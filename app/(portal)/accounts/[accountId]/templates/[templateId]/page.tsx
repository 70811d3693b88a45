import Copy from "lucide-react/icons/copy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { Trail } from "#components/shell/trail.tsx";
import { DeleteTemplate } from "#components/templates/delete-template.tsx";
import { EditTemplateForm } from "#components/templates/edit-template-form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { HistoryLink } from "#components/events/history-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findTemplateChoices } from "#lib/templates/find-template-choices.ts";
import { getTemplate } from "#lib/templates/get-template.ts";
import { templateRights } from "../rights.ts";

type Props = { params: Promise<{ accountId: string; templateId: string }> };

// The title and the page ask for the same template.
const templateAt = cache((accountId: string, templateId: string) => {
  if (!z.uuid().safeParse(templateId).success) notFound();
  return read(getTemplate, accountId, { templateId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { accountId, templateId } = await params;
  const { values } = await templateAt(accountId, templateId);
  return { title: (await getTranslations("templates.page"))("title", { label: values.label }) };
}

export default async function TemplatePage({ params }: Props) {
  const { accountId, templateId } = await params;
  const { person } = await personAt(accountId);
  const [template, choices] = await Promise.all([templateAt(accountId, templateId), read(findTemplateChoices, accountId)]);
  const t = await getTranslations("templates.page");
  const rights = templateRights(person);
  const { label } = template.values;
  const users = t(template.userCountIsExact ? "subtitle" : "subtitleMany", { count: template.userCount });
  return (
    <div className="max-w-5xl">
      <Trail steps={[{ label }]} />
      <PageHeader
        title={t("title", { label })}
        subtitle={users}
        actions={
          <>
            <HistoryLink accountId={accountId} asset={{ kind: "template", id: templateId, name: label }} />
            {rights.delete && !template.isDefault && <DeleteTemplate accountId={accountId} template={template} />}
            {rights.add && (
              <ButtonLink href={`/accounts/${accountId}/templates/new?copy=${templateId}`} icon={<Copy aria-hidden />}>
                {t("copy")}
              </ButtonLink>
            )}
          </>
        }
      />
      {template.isDefault && (
        <Banner title={t("defaultNotice")} className="mb-4">
          {rights.add && t("defaultHint")}
        </Banner>
      )}
      <EditTemplateForm accountId={accountId} template={template} choices={choices} mayEdit={rights.edit} />
    </div>
  );
}
