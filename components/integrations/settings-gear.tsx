"use client";

import Settings from "lucide-react/icons/settings";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { IntegrationDetails, IntegrationKey, SettingsView } from "#lib/integrations/schemas.ts";
import { SettingsForm } from "./settings-form.tsx";

type SettingsGearProps = {
  accountId: string;
  name: string;
  of: { key: IntegrationKey; version: number };
  settings: SettingsView;
  /** Asks whether the integration is to be removed; left out where the reader may not, or where it is not there by itself. */
  onRemove?: () => void;
};

/** The gear beside an integration and the dialog of its settings: Remove, Cancel and Save (ONE-02, MEET-07). */
export function SettingsGear({ accountId, name, of, settings, onRemove }: SettingsGearProps) {
  const t = useTranslations("integrations.settings");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  // The page is read anew after a save; until then the version of that save is the newer one.
  const [ownVersion, setOwnVersion] = useState(0);
  const saved = ({ entry }: IntegrationDetails) => {
    setOpen(false);
    setOwnVersion(entry.version);
    toast({ title: t("saved", { name: entry.name }) });
    router.refresh();
  };
  const remove = () => {
    setOpen(false);
    onRemove?.();
  };
  return (
    <>
      <IconButton label={t("open", { name })} icon={<Settings aria-hidden />} onClick={() => setOpen(true)} />
      <Dialog open={isOpen} onOpenChange={setOpen} title={settings.title} description={settings.intro || undefined}>
        <SettingsForm accountId={accountId} of={{ key: of.key, version: Math.max(of.version, ownVersion) }} settings={settings} draft={false} readOnly={false} onSaved={saved} onCancel={() => setOpen(false)}>
          {onRemove && <Button onClick={remove}>{t("remove")}</Button>}
        </SettingsForm>
      </Dialog>
    </>
  );
}
