"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { IntegrationEntry, SettingsView } from "#lib/integrations/schemas.ts";
import { SettingsForm } from "./settings-form.tsx";

/** The button that completes a set-up and the dialog behind it, where that asks for a few fields only (TWILIO-02). */
export function SetUpDialog({ accountId, entry, settings }: { accountId: string; entry: IntegrationEntry; settings: SettingsView }) {
  const t = useTranslations("integrations");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { key, name, version, setUpLabel } = entry;
  return (
    <>
      <Button size="sm" aria-label={t("panel.setUpOf", { label: setUpLabel, name })} onClick={() => setOpen(true)}>
        {setUpLabel}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={settings.title} description={settings.intro || undefined}>
        <SettingsForm
          accountId={accountId}
          of={{ key, version }}
          settings={settings}
          draft={false}
          readOnly={false}
          onSaved={() => {
            setOpen(false);
            toast({ title: t("settings.completed", { name }) });
            router.refresh();
          }}
          onCancel={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}
