"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ApplicationWithSecret } from "#lib/client-applications/schemas.ts";

/** Shows client ID and secret: the secret this once, since only its hash is kept. */
export function SecretDialog({ shown: { application, clientSecret }, onClose }: { shown: ApplicationWithSecret; onClose: () => void }) {
  const t = useTranslations("developer");
  const id = useId();
  const { name } = application;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("secretTitle", { name })}
      description={t("secretText")}
      role="alertdialog"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      <div className="grid gap-4">
        <div>
          <label htmlFor={`${id}-client`} className="mb-1 block font-semibold">
            {t("clientId")}
          </label>
          <Input id={`${id}-client`} readOnly value={application.id} trailing={<CopyButton value={application.id} label={t("copyClientId", { name })} />} />
        </div>
        <div>
          <label htmlFor={`${id}-secret`} className="mb-1 block font-semibold">
            {t("secret")}
          </label>
          <Input id={`${id}-secret`} readOnly value={clientSecret} trailing={<CopyButton value={clientSecret} label={t("copySecret")} />} />
        </div>
      </div>
    </Dialog>
  );
}
