import type { Notify } from "#lib/notifications/notify.ts";
import type { Told } from "#lib/orders/people.ts";
import { licenseName } from "#lib/products/schemas.ts";
import type { NamedHolder, TakenBack } from "./take-back.ts";

/** How many users are named; the event history has all of them. */
const NAMED = 20;

/** Tells partners and admins in the bell which licenses were taken back, from whom, and why. Without a link, so that its details, which name the users, are what "See details" shows. */
export async function tellTakenBack(notify: Notify, people: readonly Told[], { company, why, taken }: { company: { id: string; name: string }; why: string; taken: readonly TakenBack[] }): Promise<void> {
  const removed = taken.reduce((sum, one) => sum + one.removed.length, 0);
  const moved = taken.reduce((sum, one) => sum + one.moved.length, 0);
  const parts = [removed > 0 && `${count(removed)} taken back`, moved > 0 && `${count(moved)} changed to another plan`].filter(Boolean);
  const details = detailsOf(taken);
  for (const to of people) await notify({ to, status: "completed", title: `Licenses taken back: ${company.name}`, body: `${why} ${parts.join(", ")}.`, details });
}

function count(licenses: number): string {
  return licenses === 1 ? "1 license" : `${licenses} licenses`;
}

/** One line a user, whatever they lose; two of the same name are told apart by their addresses. */
function detailsOf(taken: readonly TakenBack[]): Record<string, string> {
  const losses = taken.flatMap(({ product, removed, moved }) => [
    ...removed.map((holder) => ({ holder, what: `loses ${licenseName(product, holder.plan)}` })),
    ...moved.map(({ holder, to }) => ({ holder, what: `${licenseName(product, holder.plan)} becomes ${licenseName(product, to)}` })),
  ]);
  const users = [...Map.groupBy(losses, ({ holder }) => holder.userId).values()];
  const named = users.slice(0, NAMED).map((own) => ({ holder: own[0]!.holder, what: own.map(({ what }) => what).join(", ") }));
  const sameName = Map.groupBy(named, ({ holder }) => holder.name);
  const labelOf = ({ name, email }: NamedHolder) => (sameName.get(name)!.length > 1 ? `${name}, ${email}` : name);
  const more = users.length - named.length;
  return {
    ...Object.fromEntries(named.map(({ holder, what }) => [labelOf(holder), what])),
    ...(more > 0 && { "And more": more === 1 ? "1 other is in the event history." : `${more} others are in the event history.` }),
  };
}
