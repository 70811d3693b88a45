"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { newIdempotencyKey, request } from "#components/api/request.ts";
import type { RequestError } from "#components/api/request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import type { BillingConnectionView, NewBillingSecret } from "#lib/billing/schemas.ts";

/** How the billing system reaches the portal: the address, and the secret that is shown once when it is made. */
export function BillingDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("orders.billing");
  const router = useRouter();
  const [connection, setConnection] = useState<BillingConnectionView | null>(null);
  const [failure, setFailure] = useState<RequestError | null>(null);
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<string | null>(null);

  useEffect(() => {
    void request<BillingConnectionView>("GET", "/billing/connection").then((result) => (result.ok ? setConnection(result.data) : setFailure(result.error)));
  }, []);
  if (made !== null) return <NewSecret secret={made} onClose={onClose} />;
  const address = connection && `${location.origin}/api/v1/partners/${connection.partnerId}/orders`;
  return (
    <Dialog open={!asking} onOpenChange={(open) => !open && onClose()} title={t("title")} description={t("about")} footer={<Button onClick={onClose}>{t("close")}</Button>}>
      <div className="flex flex-col gap-4">
        {failure && <Banner tone="bad" live title={failure.message} />}
        {connection && address && (
          <>
            <Shown label={t("address")} value={address} copy={t("copyAddress")} />
            <p className="text-fg-2">{connection.rotatedAt === null ? t("none") : t.rich("made", { time: timeTag(connection.rotatedAt), name: connection.rotatedBy })}</p>
            <div>
              <Button onClick={() => setAsking(true)}>{t(connection.rotatedAt === null ? "first" : "rotate")}</Button>
            </div>
          </>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(false)}
          title={t("rotateTitle")}
          tone="primary"
          effects={[...(connection?.rotatedAt ? [t("rotateEffect")] : []), t("shownOnce")]}
          confirmLabel={t(connection?.rotatedAt ? "rotate" : "first")}
          onConfirm={async (idempotencyKey = newIdempotencyKey()) => {
            const result = await request<NewBillingSecret>("POST", "/billing/secret", { body: {}, idempotencyKey });
            if (result.ok) {
              setMade(result.data.secret);
              router.refresh();
            }
            return result;
          }}
        />
      )}
    </Dialog>
  );
}

/** Stays until it is answered: a press outside would lose the secret for good. */
function NewSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useTranslations("orders.billing");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("madeTitle")} description={t("madeText")} role="alertdialog" footer={<Button variant="primary" onClick={onClose}>{t("done")}</Button>}>
      <Shown label={t("secret")} value={secret} copy={t("copySecret")} />
    </Dialog>
  );
}

function Shown({ label, value, copy }: { label: string; value: string; copy: string }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">{label}</label>
      <Input id={id} readOnly value={value} spellCheck={false} onFocus={(event) => event.target.select()} trailing={<CopyButton value={value} label={copy} />} />
    </div>
  );
}
