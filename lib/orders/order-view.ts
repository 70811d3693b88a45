import { Prisma } from "#lib/db/generated/client.ts";
import { customersOf } from "#lib/accounts/customers-of.ts";
import type { Person } from "#lib/operations/actor.ts";
import { describeSku } from "#lib/products/describe-sku.ts";
import type { SkuQuantity } from "#lib/products/skus.ts";
import type { Term } from "#lib/products/terms.ts";
import type { OrderDetails, OrderListItem } from "./schemas.ts";
import { isAssignable, statusOf } from "./status.ts";

/** Where the columns of an order come from; `c` is the account that it is assigned to. */
export const ORDER_TABLES = Prisma.sql`orders o left join accounts c on c.id = o.assigned_account_id`;

/** The columns of an order in a list. Days go as text, so that no time zone touches them. */
export const ORDER_COLUMNS = Prisma.sql`
  o.id::text, o.number, o.sap_order_number, o.reseller_po, o.customer_po, c.id::text as company_id, c.name as company_name,
  o.purchased_on::text, o.starts_on::text, o.expires_on::text, o.cancelled_on::text`;

/** What only the dialog of an order shows. */
export const ORDER_DETAIL_COLUMNS = Prisma.sql`
  o.term, case when c.id is null then '' else o.assigned_by end as assigned_by, case when c.id is not null then o.assigned_at end as assigned_at,
  (select json_agg(json_build_object('sku', l.sku, 'quantity', l.quantity) order by l.sku) from order_lines l where l.account_id = o.account_id and l.order_id = o.id) as lines`;

/** The orders of a partner account; for an account manager the unassigned ones and those of the accounts assigned to them (OP1-75). */
export function ordersOf(partner: Person): Prisma.Sql[] {
  const ofPartner = Prisma.sql`o.account_id = ${partner.accountId}::uuid`;
  return partner.accountManager ? [ofPartner, Prisma.sql`(c.id is null or ${customersOf(partner, Prisma.sql`c`)})`] : [ofPartner];
}

export type OrderRow = {
  id: string;
  number: string;
  sap_order_number: string;
  reseller_po: string;
  customer_po: string;
  company_id: string | null;
  company_name: string | null;
  purchased_on: string;
  starts_on: string | null;
  expires_on: string | null;
  cancelled_on: string | null;
};

export type OrderDetailRow = OrderRow & { term: Term; assigned_by: string; assigned_at: Date | null; lines: SkuQuantity[] };

/** An order as a list shows it, with its status on the day. */
export function toOrderListItem(row: OrderRow, today: string): OrderListItem {
  const { id, number, company_id: companyId } = row;
  const dates = { startsOn: row.starts_on, expiresOn: row.expires_on, cancelledOn: row.cancelled_on, assigned: companyId !== null };
  return {
    id,
    number,
    sapOrderNumber: row.sap_order_number,
    resellerPo: row.reseller_po,
    customerPo: row.customer_po,
    assigned: companyId === null ? null : { id: companyId, name: row.company_name ?? "" },
    purchasedOn: row.purchased_on,
    startsOn: dates.startsOn,
    expiresOn: dates.expiresOn,
    cancelledOn: dates.cancelledOn,
    status: statusOf(dates, today),
    assignable: isAssignable(dates, today),
  };
}

/** An order as its dialog shows it. */
export function toOrderDetails(row: OrderDetailRow, today: string): OrderDetails {
  return {
    ...toOrderListItem(row, today),
    term: row.term,
    plans: row.lines.map(({ sku, quantity }) => ({ sku, quantity, ...describeSku(sku, row.term) })),
    assignedBy: row.assigned_by,
    assignedAt: row.assigned_at?.toISOString() ?? null,
  };
}
