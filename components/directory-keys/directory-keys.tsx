"use client";

import Settings from "lucide-react/icons/settings";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { KeysDialog } from "./keys-dialog.tsx";

type DirectoryKeysProps = {
  accountId: string;
  name: string;
  /** The label of the button while the set-up is not complete; null once it is, and a gear opens the dialog (SCIM-01, SCIM-10). */
  setUpLabel: string | null;
  /** Asks whether the integration is to be removed; left out where the reader may not. */
  onRemove: (() => void) | undefined;
};

/** What opens the dialog "Azure AD Sync". */
export function DirectoryKeys({ accountId, name, setUpLabel, onRemove }: DirectoryKeysProps) {
  const t = useTranslations("integrations");
  const [isOpen, setOpen] = useState(false);
  const remove = onRemove && (() => {
    setOpen(false);
    onRemove();
  });
  return (
    <>
      {setUpLabel === null ? (
        <IconButton label={t("panel.settingsOf", { name })} icon={<Settings aria-hidden />} onClick={() => setOpen(true)} />
      ) : (
        <Button size="sm" aria-label={t("panel.setUpOf", { label: setUpLabel, name })} onClick={() => setOpen(true)}>
          {setUpLabel}
        </Button>
      )}
      {isOpen && <KeysDialog accountId={accountId} name={name} onClose={() => setOpen(false)} onRemove={remove} />}
    </>
  );
}
