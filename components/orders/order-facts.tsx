"use client";

import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import Info from "lucide-react/icons/info";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { OrderDetails } from "#lib/orders/schemas.ts";

/** What an order is: subscription number, start date, account, term, plans with their licenses, and on demand the tracking details. */
export function OrderFacts({ order }: { order: OrderDetails }) {
  const t = useTranslations("orders.dialog");
  const list = useTranslations("orders");
  const format = useFormatter();
  const total = order.plans.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <DefinitionList
        items={[
          { term: t("subscriptionNumber"), description: order.number },
          { term: t("startDate"), description: order.startsOn ?? t("notStarted") },
          { term: t("assignedAccount"), description: order.assigned?.name ?? list("unassigned") },
          { term: t("term"), description: t(`terms.${order.term}`) },
        ]}
      />
      <div className="overflow-x-auto rounded-md border border-line">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("subscriptionDetails")}</caption>
          <thead className="bg-surface-2 text-xs text-fg-3">
            <tr>
              <th scope="col" className="px-3 py-2 text-start font-medium">{t("subscriptionDetails")}</th>
              <th scope="col" className="px-3 py-2 text-end font-medium">{t("licenses")}</th>
            </tr>
          </thead>
          <tbody>
            {order.plans.map(({ sku, details, about, quantity }) => (
              <tr key={sku} className="border-t border-line">
                <th scope="row" className="px-3 py-1.5 text-start font-medium">
                  <span className="flex items-center gap-1">
                    {details} <IconButton size="xs" label={t("planDetails", { about })} icon={<Info aria-hidden />} />
                  </span>
                </th>
                <td className="px-3 py-1.5 text-end tabular-nums">{format.number(quantity)}</td>
              </tr>
            ))}
          </tbody>
          {order.plans.length > 1 && (
            <tfoot>
              <tr className="border-t border-line font-semibold">
                <th scope="row" className="px-3 py-1.5 text-start font-semibold">{t("licenses")}</th>
                <td className="px-3 py-1.5 text-end tabular-nums">{format.number(total)}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <Tracking order={order} />
    </>
  );
}

/** "See additional tracking details" (ORDER-22, OP1-38). */
function Tracking({ order }: { order: OrderDetails }) {
  const t = useTranslations("orders.dialog");
  const list = useTranslations("orders");
  const [open, setOpen] = useState(false);
  const id = useId();
  const available = (value: string) => value || list("unavailable");
  return (
    <div>
      <button type="button" aria-expanded={open} aria-controls={id} className="link inline-flex min-h-6 items-center gap-1 text-sm font-medium" onClick={() => setOpen(!open)}>
        {t(open ? "hideTracking" : "seeTracking")}
        {open ? <ChevronUp aria-hidden className="size-4" /> : <ChevronDown aria-hidden className="size-4" />}
      </button>
      <div id={id} hidden={!open} className="mt-3">
        <DefinitionList
          items={[
            { term: t("sap"), description: available(order.sapOrderNumber) },
            { term: t("tracking"), description: order.number },
            { term: t("reseller"), description: available(order.resellerPo) },
            { term: t("customer"), description: available(order.customerPo) },
            { term: t("purchased"), description: order.purchasedOn },
            { term: t("expires"), description: order.expiresOn ?? t("never") },
            ...(order.cancelledOn ? [{ term: t("cancelled"), description: order.cancelledOn }] : []),
          ]}
        />
        <p className="mt-3 text-xs text-fg-3">{t("days")}</p>
      </div>
    </div>
  );
}
