"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { SettingsForm } from "#components/integrations/settings-form.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { TwilioStatus } from "#lib/sms-numbers/schemas.ts";

type ConnectionDialogProps = { accountId: string; twilio: Pick<TwilioStatus, "settings" | "version">; onClose: () => void };

/** Name, Account SID and Auth Token of a connection that is there; Twilio is asked again before a change is kept. */
export function ConnectionDialog({ accountId, twilio: { settings, version }, onClose }: ConnectionDialogProps) {
  const t = useTranslations("twilio.connection");
  const router = useRouter();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("changeTitle")} description={settings.intro || undefined}>
      <SettingsForm
        accountId={accountId}
        of={{ key: "twilio", version }}
        settings={settings}
        draft={false}
        readOnly={false}
        onSaved={() => {
          toast({ title: t("saved") });
          onClose();
          router.refresh();
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
