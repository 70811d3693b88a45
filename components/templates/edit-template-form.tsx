"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { request, type Result } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SaveBar } from "#components/forms/save-bar.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { TemplateChoices, TemplateValues, TemplateView } from "#lib/templates/schemas.ts";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { templateFormSchema } from "./form-schema.ts";
import { meanwhile, type Meanwhile } from "./template-merge.ts";
import { TemplateSections } from "./template-sections.tsx";

type EditTemplateFormProps = { accountId: string; template: TemplateView; choices: TemplateChoices; mayEdit: boolean };

/**
 * The fields of a template that exists. Where somebody else saved first, what was typed is put beside what is stored by
 * then, and the next Save is made from there.
 */
export function EditTemplateForm({ accountId, template, choices, mayEdit }: EditTemplateFormProps) {
  const t = useTranslations("templates.page");
  const router = useRouter();
  const [began, setBegan] = useState(template);
  const [conflict, setConflict] = useState<Meanwhile | null>(null);
  const { heldSecrets } = began;
  const schema = useMemo(() => templateFormSchema(heldSecrets), [heldSecrets]);
  const address = `/accounts/${accountId}/templates/${template.id}`;

  async function save(values: TemplateValues): Promise<Result<TemplateView>> {
    const result = await request<TemplateView>("PUT", address, { body: { ...values, version: began.version } });
    if (result.ok || result.error.code !== "conflict") return result;
    const now = await request<TemplateView>("GET", address);
    if (!now.ok || now.data.version === began.version) return result;
    setConflict(meanwhile(began.values, values, now.data));
    setBegan(now.data);
    return result;
  }
  function saved(now: TemplateView) {
    setBegan(now);
    setConflict(null);
    toast({ title: t("saved"), description: now.values.label });
    router.refresh();
  }
  return (
    <Form key={conflict?.saved.version} schema={schema} defaultValues={began.values} onSubmit={save} onSaved={saved} guard className="flex flex-col gap-4">
      {conflict && <ChangedMeanwhile conflict={conflict} />}
      <TemplateSections choices={choices} held={heldSecrets} editable={!mayEdit ? "none" : began.isDefault ? "unlocked" : "all"} />
      {mayEdit && <SaveBar>{began.userCount > 0 && t("usersKeep", { count: began.userCount })}</SaveBar>}
    </Form>
  );
}
