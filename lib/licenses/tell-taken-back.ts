import type { Notify } from "#lib/notifications/notify.ts";
import type { Told } from "#lib/orders/people.ts";
import { licenseName } from "#lib/products/schemas.ts";
import type { TakenBack } from "./take-back.ts";

const NAMED = 20;

/** Tells partners and admins in the bell which licenses were taken back, from whom, and why. */
export async function tellTakenBack(notify: Notify, people: readonly Told[], { company, why, taken }: { company: { id: string; name: string }; why: string; taken: readonly TakenBack[] }): Promise<void> {
  if (taken.length === 0) return;
  const removed = taken.reduce((sum, one) => sum + one.removed.length, 0);
  const moved = taken.reduce((sum, one) => sum + one.moved.length, 0);
  const parts = [removed > 0 && `${count(removed)} taken back`, moved > 0 && `${count(moved)} changed to another plan`].filter(Boolean);
  for (const to of people) {
    await notify({ to, status: "completed", title: `Licenses taken back: ${company.name}`, body: `${why} ${parts.join(", ")}.`, link: `/accounts/${company.id}/billing/licenses`, details: detailsOf(taken) });
  }
}

function count(licenses: number): string {
  return licenses === 1 ? "1 license" : `${licenses} licenses`;
}

function detailsOf(taken: readonly TakenBack[]): Record<string, string> {
  const lines = taken.flatMap(({ product, removed, moved }) => [
    ...removed.map(({ name, plan }) => [name, `loses ${licenseName(product, plan)}`] as const),
    ...moved.map(({ holder, to }) => [holder.name, `${licenseName(product, holder.plan)} becomes ${licenseName(product, to)}`] as const),
  ]);
  const more = lines.length - NAMED;
  return { ...Object.fromEntries(lines.slice(0, NAMED)), ...(more > 0 && { "And more": `${more} others are in the event history.` }) };
}
