"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import { ApplicationForm } from "#lib/client-applications/schemas.ts";
import type { ApplicationView, ApplicationWithSecret } from "#lib/client-applications/schemas.ts";
import { AccountsField } from "./accounts-field.tsx";

type ApplicationDialogProps = { application: ApplicationView | null; onClose: () => void; onRegistered: (registered: ApplicationWithSecret) => void };

type Saved = ApplicationView | ApplicationWithSecret;

/** Registers an application, or changes one and the accounts it is assigned to (OP1-59). */
export function ApplicationDialog({ application, onClose, onRegistered }: ApplicationDialogProps) {
  const t = useTranslations("developer");
  const router = useRouter();
  const assigned = application?.accounts ?? [];
  const saved = (answer: Saved) => {
    onClose();
    if ("clientSecret" in answer) onRegistered(answer);
    else toast({ title: t("saved"), description: answer.name });
    router.refresh();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t(application ? "editTitle" : "registerTitle")}>
      <Form
        schema={ApplicationForm}
        defaultValues={{ name: application?.name ?? "", description: application?.description ?? "", accountIds: assigned.map(({ id }) => id) }}
        onSubmit={(values, _, idempotencyKey) =>
          application
            ? request<Saved>("PUT", `/client-applications/${application.id}`, { body: { ...values, version: application.version } })
            : request<Saved>("POST", "/client-applications", { body: values, idempotencyKey })
        }
        onSaved={saved}
        className="grid gap-4"
      >
        <TextField name="name" label={t("fields.name")} required />
        <TextField name="description" label={t("fields.description")} multiline />
        <AccountsField assigned={assigned} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <SubmitButton>{t(application ? "save" : "register")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
