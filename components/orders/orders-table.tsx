"use client";

import EllipsisVertical from "lucide-react/icons/ellipsis-vertical";
import ReceiptText from "lucide-react/icons/receipt-text";
import { useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { Company, OrderDetails, OrderListItem, OrderPage, OrderView } from "#lib/orders/schemas.ts";
import { AssignedDialog } from "./assigned-dialog.tsx";
import { BillingDialog } from "./billing-dialog.tsx";
import { orderColumns } from "./order-columns.tsx";
import { OrderDialog } from "./order-dialog.tsx";
import { ORDER_LIST, subscriptionsOf } from "./order-list.ts";
import { ViewMenu } from "./view-menu.tsx";

type OrdersTableProps = {
  page: OrderPage;
  view: OrderView;
  partner: string;
  /** The order that the address names. */
  opened: OrderDetails | null;
  addingTo: Company | null;
  mayConnect: boolean;
  /** The account in whose history orders stand; null when the reader may not look. */
  historyIn: string | null;
  preferences: ListPreferences;
};

const keepPreferences = keepListPreferences("orders");
const idOf = ({ id }: OrderListItem) => id;
const nameOf = ({ number }: OrderListItem) => number;

/** The Orders page: the list, and the dialog of the order that the address names (ORDER-03 to ORDER-22). */
export function OrdersTable({ page, view, partner, opened, addingTo, mayConnect, historyIn, preferences }: OrdersTableProps) {
  const t = useTranslations("orders");
  const router = useRouter();
  const params = useSearchParams();
  const [assigned, setAssigned] = useState<{ number: string; company: Company } | null>(null);
  const [connecting, setConnecting] = useState(false);
  const hrefOf = useCallback(
    ({ id }: { id: string }) => {
      const query = new URLSearchParams(params);
      query.set("order", id);
      return `/orders?${query}`;
    },
    [params],
  );
  const columns = useMemo(() => orderColumns(t, hrefOf), [t, hrefOf]);

  function close() {
    const query = new URLSearchParams(params);
    query.delete("order");
    window.history.replaceState(null, "", query.size > 0 ? `/orders?${query}` : "/orders");
  }
  const none = { all: [t("emptyTitle"), t("empty")], unassigned: [t("noneUnassignedTitle"), t("noneUnassigned")], expiring: [t("noneExpiringTitle"), t("noneExpiring")] } as const;
  return (
    <>
      <LiveRefresh topics={["orders"]} />
      <PageHeader
        title={t("title")}
        beside={<ViewMenu view={view} counts={page.counts} />}
        subtitle={t("subtitle", { partner })}
        actions={
          mayConnect && (
            <Menu trigger={<IconButton variant="secondary" label={t("billing.more")} icon={<EllipsisVertical aria-hidden />} />}>
              <MenuItem onSelect={() => setConnecting(true)}>{t("billing.open")}</MenuItem>
            </Menu>
          )
        }
      />
      {addingTo && <Banner className="mb-4" title={t("addingTo", { company: addingTo.name })} action={<ButtonLink size="sm" href={subscriptionsOf(addingTo.id)}>{t("addingBack")}</ButtonLink>} />}
      <DataTable
        key={view}
        name={t("title")}
        shape={ORDER_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        rowHref={hrefOf}
        firstUse={{ icon: <ReceiptText />, title: none[view][0], text: none[view][1] }}
        searchLabel={t("search")}
        exportHref={(format, query) => `/api/v1/orders/export?format=${format}&show=${view}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
      />
      {opened && params.get("order") === opened.id && !assigned && (
        <OrderDialog
          key={opened.id}
          order={opened}
          historyIn={historyIn}
          addingTo={addingTo}
          onClose={close}
          onAssigned={(company) => setAssigned({ number: opened.number, company })}
        />
      )}
      {assigned && (
        <AssignedDialog
          {...assigned}
          onClose={() => {
            setAssigned(null);
            close();
            router.refresh();
          }}
        />
      )}
      {connecting && <BillingDialog onClose={() => setConnecting(false)} />}
    </>
  );
}
