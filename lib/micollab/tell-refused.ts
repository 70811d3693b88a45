import type { Db } from "#lib/db/client.ts";
import type { Emit } from "#lib/events/emit.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { peopleToTell } from "#lib/orders/people.ts";
import type { Place } from "./place.ts";
import type { RefusedUser } from "./state.ts";

const NAMED = 20;

/** Tells partners and admins, once for whom it is, that the server assigns licenses that the account does not own (MEETMC-10). */
export async function tellRefused({ db, emit, now }: { db: Db; emit: Emit; now: Date }, { account, server }: Place, { before, refused }: { before: readonly RefusedUser[]; refused: readonly RefusedUser[] }): Promise<void> {
  const known = new Set(before.map(({ userId }) => userId));
  const fresh = refused.filter(({ userId }) => !known.has(userId));
  if (fresh.length === 0) return;
  const names = fresh.map(({ name }) => name);
  await emit({ action: "Edit", asset: { kind: "integration", id: "micollab", name: "MiCollab" }, changes: [{ property: "licensesNotOwned", before: before.length, after: refused.length }], details: { server: server?.name, users: names.slice(0, NAMED) } });
  const many = fresh.length === 1 ? "1 MiTeam Meetings license" : `${fresh.length} MiTeam Meetings licenses`;
  const people = account.partnerId === null ? [] : await peopleToTell(db, account.partnerId, account.id);
  for (const to of people) {
    await notificationWriter(db, now)({
      to,
      status: "failed",
      title: `MiCollab assigns more licenses than there are: ${account.name}`,
      body: `${server?.name} assigns ${many} that the account does not own. They were not given.`,
      link: `/accounts/${account.id}/integrations/micollab`,
      details: Object.fromEntries(fresh.slice(0, NAMED).map(({ name }) => [name, "has no license"])),
    });
  }
}
