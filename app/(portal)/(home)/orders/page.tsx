import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { ORDER_LIST, viewIn } from "#components/orders/order-list.ts";
import { OrdersTable } from "#components/orders/orders-table.tsx";
import { isUnrestricted } from "#lib/operations/may-run.ts";
import { findOrders } from "#lib/orders/find-orders.ts";
import { getCompany, getOrder } from "#lib/orders/get-order.ts";
import { partnerHistory } from "../history.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: Props) {
  const address = await searchParams;
  const { person } = await personAt(null);
  if (person.role !== "partner") notFound();
  const kept = listPreferences(person.preferences, "orders");
  const view = viewIn(address["show"]);
  const orderId = z.uuid().safeParse(address["order"]).data;
  const companyId = z.uuid().safeParse(address["company"]).data;
  const [page, opened, adding] = await Promise.all([
    read(findOrders, null, { ...listQuery(parseListState(address, ORDER_LIST, kept)), show: view }),
    orderId ? read(getOrder, null, { orderId }) : null,
    companyId ? read(getCompany, null, { companyId }) : null,
  ]);
  return (
    <OrdersTable
      page={page}
      view={view}
      partner={person.accountName}
      opened={opened}
      addingTo={adding?.company ?? null}
      mayConnect={isUnrestricted(person)}
      historyIn={partnerHistory(person)}
      preferences={kept}
    />
  );
}
