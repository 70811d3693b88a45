"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { HistoryLink } from "#components/events/history-link.tsx";
import { focusControl } from "#components/forms/focus-control.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { Company, OrderDetails } from "#lib/orders/schemas.ts";
import { COMPANY_FIELD, CompanyField } from "./company-field.tsx";
import { OrderFacts } from "./order-facts.tsx";
import { subscriptionsOf } from "./order-list.ts";

type OrderDialogProps = {
  order: OrderDetails;
  historyIn: string | null;
  /** The account that orders are being added to, when the reader comes from its subscriptions (SUBS-14). */
  addingTo: Company | null;
  onClose: () => void;
  onAssigned: (company: Company) => void;
};

/** One order: its subscription, its tracking numbers, and, while it has no account, the choice of one (ORDER-15 to ORDER-18, ORDER-21, ORDER-22). */
export function OrderDialog({ order, historyIn, addingTo, onClose, onAssigned }: OrderDialogProps) {
  const t = useTranslations("orders");
  const router = useRouter();
  const [company, setCompany] = useState(addingTo);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [wasAssignable] = useState(order.assignable);
  const whyNot = order.status === "expired" || order.status === "pending_activation" ? order.status : null;

  async function assign() {
    setMissing(company === null);
    if (company === null) focusControl(document.getElementById(COMPANY_FIELD));
    if (company === null || pending) return;
    setPending(true);
    setFailure(null);
    const result = await request("POST", `/orders/${order.id}/assign`, { body: { companyId: company.id } });
    // Once it is done it stays so, until what comes next takes this place.
    if (!result.ok) {
      setPending(false);
      setFailure(result.error.message);
      router.refresh();
    } else if (company.id === addingTo?.id) {
      // Added from the account's subscriptions: back to these (SUBS-15).
      toast({ title: t("assigned.title"), description: t("assigned.text", { number: order.number, company: company.name }) });
      router.push(subscriptionsOf(company.id));
    } else {
      onAssigned(company);
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      busy={pending}
      title={t("dialog.title", { number: order.number })}
      footer={
        <>
          <span className="me-auto">
            <HistoryLink accountId={historyIn} level="partner" asset={{ kind: "order", id: order.id, name: order.number }} variant="ghost" />
          </span>
          <Button aria-disabled={pending} onClick={() => !pending && onClose()}>{t("dialog.close")}</Button>
          {order.assignable && (
            <Button variant="primary" pending={pending} onClick={() => void assign()}>
              {t("dialog.assign")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {failure && <Banner tone="bad" live title={failure} />}
        {!failure && !pending && wasAssignable && order.assigned && <Banner tone="warn" live title={t("dialog.meanwhile", { name: order.assignedBy, company: order.assigned.name })} />}
        {whyNot && !order.assigned && <Banner tone="warn" title={t(`dialog.whyNot.${whyNot}`)} />}
        <OrderFacts order={order} />
        {order.assignable && (
          <CompanyField
            value={company}
            error={missing ? t("dialog.companyMissing") : undefined}
            onChange={(next) => {
              setCompany(next);
              setMissing(false);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
