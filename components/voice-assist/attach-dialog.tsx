"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { AttachPbxInput, PBX_KINDS, PBX_LABELS } from "#lib/voice-assist/schemas.ts";
import type { AttachedPbx } from "#lib/voice-assist/schemas.ts";

/** Attaches a PBX to Voice Assist (VASSIST-09). */
export function AttachDialog({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const t = useTranslations("voiceAssist.numbers");
  const router = useRouter();
  const saved = () => {
    onClose();
    router.refresh();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("attach")} description={t("attachText")}>
      <Form
        schema={AttachPbxInput}
        defaultValues={{ kind: PBX_KINDS[0], name: "" }}
        onSubmit={(values, _, idempotencyKey) => request<AttachedPbx>("POST", `/accounts/${accountId}/voice-assist/pbxs`, { body: values, idempotencyKey })}
        onSaved={saved}
        className="grid gap-4"
      >
        <SelectField name="kind" label={t("kind")} options={PBX_KINDS.map((kind) => ({ value: kind, label: PBX_LABELS[kind] }))} required />
        <TextField name="name" label={t("name")} hint={t("nameHint")} required />
        <div className="mt-1 flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <SubmitButton>{t("attach")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
