"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Button } from "#components/ui/button.tsx";
import type { IntegrationDetails, IntegrationKey, SettingsView } from "#lib/integrations/schemas.ts";
import { ConfirmWordField } from "./confirm-word-field.tsx";
import { SettingField } from "./setting-field.tsx";
import { formSchema, formValues } from "./setting-values.ts";

type SettingsFormProps = {
  accountId: string;
  /** Where the settings are kept. */
  of: { key: IntegrationKey; version: number };
  settings: SettingsView;
  /** What is required may still be missing. */
  draft: boolean;
  readOnly: boolean;
  guard?: boolean;
  onSaved: (saved: IntegrationDetails) => void;
  onCancel: () => void;
  /** What its button says, where that is not "Save". */
  submitLabel?: string;
  /** Before Cancel and Save, such as Remove. */
  children?: ReactNode;
};

/** The settings of an integration as a form, built from its definition. */
export function SettingsForm({ accountId, of, settings, draft, readOnly, guard, onSaved, onCancel, submitLabel, children }: SettingsFormProps) {
  const t = useTranslations("integrations.settings");
  const { fields, values, keptSecrets, confirmWord } = settings;
  // Of what the form was made from: the page behind it is read anew as others change things, and their change is not to be overwritten.
  const [version, setVersion] = useState(of.version);
  return (
    <Form
      schema={formSchema(settings, { draft, wordMissing: t("typeWord", { word: confirmWord ?? "" }) })}
      defaultValues={{ settings: formValues(fields, values), confirmation: "" }}
      onSubmit={(typed) => request<IntegrationDetails>("PATCH", `/accounts/${accountId}/integrations/${of.key}/settings`, { body: { version, settings: typed.settings } })}
      onSaved={(saved) => {
        setVersion(saved.entry.version);
        onSaved(saved);
      }}
      guard={guard}
      className="grid gap-4"
    >
      {fields.map((field) => (
        <SettingField key={field.name} field={field} isKept={keptSecrets.includes(field.name)} readOnly={readOnly} />
      ))}
      {confirmWord !== null && <ConfirmWordField word={confirmWord} stored={values} />}
      <div className="flex flex-wrap justify-end gap-2">
        <span className="me-auto">{children}</span>
        <Button onClick={onCancel}>{t("cancel")}</Button>
        {!readOnly && <SubmitButton>{submitLabel ?? t("save")}</SubmitButton>}
      </div>
    </Form>
  );
}
