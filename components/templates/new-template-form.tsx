"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SaveBar } from "#components/forms/save-bar.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.tsx";
import { copyOf, NEW_TEMPLATE } from "#lib/templates/new-template.ts";
import { NO_SECRETS_HELD } from "#lib/templates/schemas.ts";
import type { TemplateChoices, TemplateView } from "#lib/templates/schemas.ts";
import { templateFormSchema } from "./form-schema.ts";
import { TemplateSections } from "./template-sections.tsx";

type NewTemplateFormProps = {
  accountId: string;
  /** The template to begin with; without one the form begins empty (ACDTPL-13). */
  original: TemplateView | null;
  choices: TemplateChoices;
};

/** A custom template before its first Save, in which every field can be changed (ACDTPL-16). */
export function NewTemplateForm({ accountId, original, choices }: NewTemplateFormProps) {
  const t = useTranslations("templates.page");
  const router = useRouter();
  const held = original?.heldSecrets ?? NO_SECRETS_HELD;
  const schema = useMemo(() => templateFormSchema(held), [held]);
  const list = `/accounts/${accountId}/templates`;

  function saved({ id, values }: TemplateView) {
    toast({ title: t("added"), description: t("addedRole", { label: values.label }) });
    router.push(`${list}/${id}`);
  }
  return (
    <Form
      schema={schema}
      defaultValues={original ? copyOf(original.values) : NEW_TEMPLATE}
      onSubmit={(values, _, idempotencyKey) => request<TemplateView>("POST", list, { body: { ...values, copiedFrom: original?.id }, idempotencyKey })}
      onSaved={saved}
      guard
      className="flex flex-col gap-4"
    >
      <TemplateSections choices={choices} held={held} editable="all" />
      <SaveBar cancel={<ButtonLink href={original ? `${list}/${original.id}` : list}>{t("cancel")}</ButtonLink>} />
    </Form>
  );
}
