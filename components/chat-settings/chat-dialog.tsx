"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { CheckboxField } from "#components/forms/checkbox-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import { ChatSettingsInput } from "#lib/chat-settings/schemas.ts";
import type { ChatSettingsView } from "#lib/chat-settings/schemas.ts";

type ChatDialogProps = {
  accountId: string;
  stored: ChatSettingsView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSaved: (saved: ChatSettingsView) => void;
};

/** "Chat Service Settings": shows what is stored each time it is opened, and changes it with Save alone (CHAT-03, CHAT-04, CHAT-07). */
export function ChatDialog({ accountId, stored, open, onOpenChange, onSaved }: ChatDialogProps) {
  const t = useTranslations("chatSettings");
  const router = useRouter();
  const saved = (settings: ChatSettingsView) => {
    onSaved(settings);
    onOpenChange(false);
    toast({ title: t("saved") });
    router.refresh();
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("about")}>
      <Form
        schema={ChatSettingsInput}
        defaultValues={{ allowEditingAndDeleting: stored.allowEditingAndDeleting }}
        onSubmit={(values) => request<ChatSettingsView>("PUT", `/accounts/${accountId}/chat-settings`, { body: values })}
        onSaved={saved}
        className="grid gap-4"
      >
        <CheckboxField name="allowEditingAndDeleting" label={t("allow")} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
