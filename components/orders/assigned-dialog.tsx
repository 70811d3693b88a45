"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Company } from "#lib/orders/schemas.ts";

type AssignedDialogProps = { number: string; company: Company; onClose: () => void };

/** Says that an order was assigned, and leads to the integrations of its account (ORDER-18, ORDER-19, OP1-41). */
export function AssignedDialog({ number, company, onClose }: AssignedDialogProps) {
  const t = useTranslations("orders.assigned");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={t("title")}
      description={t("text", { number, company: company.name })}
      footer={
        <>
          <Button onClick={onClose}>{t("close")}</Button>
          <ButtonLink variant="primary" href={`/accounts/${company.id}/information#integrations`}>{t("integrations")}</ButtonLink>
        </>
      }
    >
      <p className="text-fg-2">{t("what")}</p>
    </Dialog>
  );
}
