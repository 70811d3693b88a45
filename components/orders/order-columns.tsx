import type { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import type { Column } from "#components/data-table/column.ts";
import { buttonClasses } from "#components/ui/button.tsx";
import { Pill } from "#components/ui/pill.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { OrderListItem, OrderStatus } from "#lib/orders/schemas.ts";

type Translate = ReturnType<typeof useTranslations<"orders">>;

/** The columns of the list of orders (ORDER-04, ORDER-05); the last one is the status, under no visible heading. */
export function orderColumns(t: Translate, hrefOf: (order: OrderListItem) => string): Column<OrderListItem>[] {
  const available = (value: string) => value || <span className="text-fg-3">{t("unavailable")}</span>;
  return [
    { id: "sap", header: t("columns.sap"), cell: (order) => <Naming order={order} sap={available(order.sapOrderNumber)} /> },
    { id: "number", header: t("columns.number"), cell: ({ number }) => number, width: "tabular-nums", from: "sm" },
    { id: "reseller", header: t("columns.reseller"), cell: ({ resellerPo }) => available(resellerPo), from: "xl" },
    { id: "customer", header: t("columns.customer"), cell: ({ customerPo }) => available(customerPo), from: "lg" },
    { id: "account", header: t("columns.account"), cell: ({ assigned }) => assigned?.name ?? <span className="text-fg-3">{t("unassigned")}</span>, from: "sm" },
    { id: "expiry", header: t("columns.expiry"), cell: ({ cancelledOn, expiresOn }) => cancelledOn ?? expiresOn ?? "", width: "tabular-nums", from: "md" },
    { id: "purchased", header: t("columns.purchased"), cell: ({ purchasedOn }) => purchasedOn, width: "tabular-nums", hiddenByDefault: true },
    { id: "starts", header: t("columns.starts"), cell: ({ startsOn }) => startsOn ?? "", width: "tabular-nums", hiddenByDefault: true },
    { id: "status", header: t("columns.status"), headerHidden: true, hideable: false, cell: (order) => <Status order={order} t={t} href={hrefOf(order)} /> },
  ];
}

/** Names the row: on a phone, where the number has no column of its own, with it below. */
function Naming({ order: { number }, sap }: { order: OrderListItem; sap: ReactNode }) {
  return (
    <span className="block leading-tight tabular-nums max-sm:w-36">
      <span className="block truncate">{sap}</span> <span className="block truncate text-xs font-normal text-fg-2 sm:sr-only">{number}</span>
    </span>
  );
}

const TONES: Record<Exclude<OrderStatus, "assign">, Tone> = { expiring_soon: "warn", expired: "bad", perpetual: "good", pending_activation: "neutral" };

/** The one status of an order; ASSIGN is the control that begins it (ORDER-06). */
function Status({ order: { number, status }, t, href }: { order: OrderListItem; t: Translate; href: string }) {
  if (status === null) return null;
  if (status !== "assign") return <Pill tone={TONES[status]}>{t(`status.${status}`)}</Pill>;
  return (
    <Link href={href} scroll={false} aria-label={t("assignOrder", { number })} className={buttonClasses("secondary", "sm")}>
      {t("status.assign")}
    </Link>
  );
}
