"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { request } from "#components/api/request.ts";
import type { RequestError } from "#components/api/request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { Time } from "#components/ui/time.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import type { BillingConnectionView, NewBillingSecret } from "#lib/billing/schemas.ts";

/** How the billing system reaches the portal: the address, and the secret that is shown once when it is made. */
export function BillingDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("orders.billing");
  const router = useRouter();
  const [connection, setConnection] = useState<BillingConnectionView | null>(null);
  const [failure, setFailure] = useState<RequestError | null>(null);
  const [asking, setAsking] = useState<"rotate" | "end" | null>(null);
  const [made, setMade] = useState<string | null>(null);

  useEffect(() => {
    void request<BillingConnectionView>("GET", "/billing/connection").then((result) => (result.ok ? setConnection(result.data) : setFailure(result.error)));
  }, []);
  if (made !== null) return <NewSecret secret={made} onClose={onClose} />;
  const isFirst = connection?.rotatedAt === null;
  const until = connection?.previousUntil;
  const previous = until ? { time: () => <Time value={until} show="minute" /> } : null;
  const back = (open: boolean) => !open && setAsking(null);

  async function rotate(idempotencyKey: string) {
    const result = await request<NewBillingSecret>("POST", "/billing/secret", { body: {}, idempotencyKey });
    if (result.ok) {
      setMade(result.data.secret);
      router.refresh();
    }
    return result;
  }
  async function endPrevious() {
    const result = await request("DELETE", "/billing/secret/previous");
    if (result.ok && connection) setConnection({ ...connection, previousUntil: null });
    return result;
  }
  // Beside each other: what stands in a dialog is gone with it.
  return (
    <>
      <Dialog open={asking === null} onOpenChange={(open) => !open && asking === null && onClose()} title={t("title")} description={t("about")} footer={<Button onClick={onClose}>{t("close")}</Button>}>
        <div className="flex flex-col gap-4">
          {failure && <Banner tone="bad" live title={failure.message} />}
          {connection && (
            <>
              <Shown label={t("address")} value={`${location.origin}/api/v1/partners/${connection.partnerId}/orders`} copy={t("copyAddress")} />
              <p className="text-fg-2">{connection.rotatedAt === null ? t("none") : t.rich("made", { time: timeTag(connection.rotatedAt), name: connection.rotatedBy })}</p>
              {previous && <p className="text-fg-2">{t.rich("previous", previous)}</p>}
              <div className="flex flex-wrap gap-2">
                <Button onClick={() => setAsking("rotate")}>{t(isFirst ? "first" : "rotate")}</Button>
                {previous && <Button onClick={() => setAsking("end")}>{t("endPrevious")}</Button>}
              </div>
            </>
          )}
        </div>
      </Dialog>
      <ConfirmDialog
        open={asking === "rotate"}
        onOpenChange={back}
        title={t(isFirst ? "firstTitle" : "rotateTitle")}
        tone="primary"
        effects={[...(isFirst ? [] : [t("rotateEffect")]), ...(previous ? [t.rich("rotateEnds", previous)] : []), t("shownOnce")]}
        confirmLabel={t(isFirst ? "first" : "rotate")}
        onConfirm={rotate}
      />
      <ConfirmDialog open={asking === "end"} onOpenChange={back} title={t("endTitle")} effects={[t("endEffect")]} confirmLabel={t("endPrevious")} onConfirm={endPrevious} />
    </>
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
