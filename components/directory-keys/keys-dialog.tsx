"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import type { RequestError } from "#components/api/request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import type { ScimConnectionView, ScimKeys } from "#lib/scim/schemas.ts";
import { ShownKey } from "./shown-key.tsx";

type KeysDialogProps = { accountId: string; name: string; onClose: () => void; onRemove: (() => void) | undefined };

/** The dialog "Azure AD Sync" (SCIM-03 to SCIM-10). The Secret Token is in it from its making until the dialog closes, and never again. */
export function KeysDialog({ accountId, name, onClose, onRemove }: KeysDialogProps) {
  const t = useTranslations("directoryKeys");
  const router = useRouter();
  const [connection, setConnection] = useState<ScimConnectionView | null>(null);
  const [secretToken, setSecretToken] = useState<string | null>(null);
  const [failure, setFailure] = useState<RequestError | null>(null);
  const [isMaking, setMaking] = useState(false);
  const path = `/accounts/${accountId}/integrations/azure_ad_sync/keys`;

  useEffect(() => {
    void request<ScimConnectionView>("GET", path).then((result) => (result.ok ? setConnection(result.data) : setFailure(result.error)));
  }, [path]);

  async function generate() {
    setMaking(true);
    const result = await request<ScimKeys>("PUT", path, { body: {} });
    setMaking(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setConnection(result.data);
    setSecretToken(result.data.secretToken);
    router.refresh();
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={name}
      // A press outside would lose the token for good.
      role={secretToken === null ? "dialog" : "alertdialog"}
      busy={isMaking}
      size="lg"
      footer={
        <>
          {onRemove && <Button className="me-auto" onClick={onRemove}>{t("remove")}</Button>}
          <Button variant="primary" disabled={isMaking} onClick={onClose}>
            {t("done")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t("before")}</p>
        <p>{t("sideBySide")}</p>
        <p className="text-fg-2">{t("office400")}</p>
        <p>{t("press")}</p>
        {connection?.madeAt && secretToken === null && <Banner tone="warn" title={t("endsPresent")} />}
        <div>
          <Button pending={isMaking} onClick={() => void generate()}>
            {t("generate")}
          </Button>
        </div>
        {failure && <Banner tone="bad" live title={failure.message} />}
        {connection?.madeAt && (
          <>
            <p className="font-semibold">{t("copy")}</p>
            <ShownKey label={t("tenantUrl")} value={connection.tenantUrl} copyLabel={t("copyTenantUrl")} />
            <ShownKey label={t("secretToken")} value={secretToken} copyLabel={t("copySecretToken")} hint={t(secretToken === null ? "tokenHidden" : "tokenOnce")} />
            <p className="text-fg-3">
              {t.rich("made", { time: timeTag(connection.madeAt), name: connection.madeBy })} {connection.lastUsedAt ? t.rich("used", { time: timeTag(connection.lastUsedAt) }) : t("unused")}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
