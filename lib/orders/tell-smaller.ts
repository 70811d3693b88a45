import type { Notify } from "#lib/notifications/notify.ts";
import type { Told } from "./people.ts";

/**
 * Tells partners and admins in the bell that an account has less than before, where no user loses a license by it: what is not
 * given to users one by one, as flow executions are not, is gone all the same (WFS-09, WFS-10).
 * @param why e.g. "Order A-1 was cancelled."
 */
export async function tellSmaller(notify: Notify, people: readonly Told[], { partnerId, company, why }: { partnerId: string; company: { id: string; name: string }; why: string }): Promise<void> {
  for (const to of people) {
    const link = to.accountId === partnerId ? "/orders" : `/accounts/${company.id}/billing/subscriptions`;
    await notify({ to, status: "completed", title: `Subscriptions ended or reduced: ${company.name}`, body: why, link });
  }
}
