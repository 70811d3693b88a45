"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { CheckboxField } from "#components/forms/checkbox-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import { OVERLAY_COLOURS, OVERLAY_CORNERS, OverlayFields } from "#lib/chat-overlays/schemas.ts";
import type { OverlayView } from "#lib/chat-overlays/schemas.ts";
import { OverlayPreview } from "./overlay-preview.tsx";

const NEW: OverlayFields = { name: "", website: "", heading: "", greeting: "", corner: "right", colour: "blue", enabled: true };

/** Creates a chat, or changes one, with a picture of how visitors will see it (MICC-04). */
export function OverlayDialog({ accountId, overlay, onClose }: { accountId: string; overlay: OverlayView | null; onClose: () => void }) {
  const t = useTranslations("chatOverlays");
  const router = useRouter();
  const path = `/accounts/${accountId}/chat-overlays`;
  const saved = ({ name }: OverlayView) => {
    toast({ title: t(overlay ? "saved" : "created"), description: name });
    onClose();
    router.refresh();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t(overlay ? "editTitle" : "createTitle")} size="lg">
      <Form
        schema={OverlayFields}
        defaultValues={overlay ?? NEW}
        onSubmit={(values, _, idempotencyKey) =>
          overlay
            ? request<OverlayView>("PUT", `${path}/${overlay.id}`, { body: { ...values, version: overlay.version } })
            : request<OverlayView>("POST", path, { body: values, idempotencyKey })
        }
        onSaved={saved}
        className="grid gap-x-6 gap-y-4 sm:grid-cols-[1fr_15rem]"
      >
        <div className="grid gap-4">
          <TextField name="name" label={t("fields.name")} hint={t("fields.nameHint")} required />
          <TextField name="website" label={t("fields.website")} hint={t("fields.websiteHint")} inputMode="url" required />
          <TextField name="heading" label={t("fields.heading")} required />
          <TextField name="greeting" label={t("fields.greeting")} multiline />
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField name="corner" label={t("fields.corner")} options={OVERLAY_CORNERS.map((value) => ({ value, label: t(`corners.${value}`) }))} />
            <SelectField name="colour" label={t("fields.colour")} options={OVERLAY_COLOURS.map((value) => ({ value, label: t(`colours.${value}`) }))} />
          </div>
          <CheckboxField name="enabled" label={t("fields.enabled")} />
        </div>
        <OverlayPreview />
        <div className="flex flex-wrap justify-end gap-2 sm:col-span-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
