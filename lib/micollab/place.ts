/** The MiCollab of an account: its server, and which integrations speak of it. */
import type { Db } from "#lib/db/client.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import type { IntegrationStates } from "#lib/integrations/schemas.ts";
import type { StoredElement } from "#lib/network-elements/connect.ts";

export type Place = {
  account: { id: string; name: string; partnerId: string | null };
  server: (StoredElement & { name: string }) | null;
  integrated: boolean;
  meetings: boolean;
};

/** Reads the place; null for an account that there is no more, or that is deactivated. */
export async function readPlace(db: Db, accountId: string): Promise<Place | null> {
  const account = await db.account.findUnique({
    where: { id: accountId, status: "active" },
    select: { id: true, name: true, partnerId: true, networkElements: { where: { kind: "micollab" } }, integrations: { where: { key: { in: ["micollab", "miteam_meetings"] } }, select: { key: true, status: true, removal: true } } },
  });
  if (!account) return null;
  const { networkElements, integrations, ...rest } = account;
  const states: IntegrationStates = Object.fromEntries(integrations.filter(({ removal }) => removal === null).map(({ key, status }) => [key, { status, features: {} }]));
  return { account: rest, server: networkElements[0] ?? null, integrated: isInUse(states, "micollab"), meetings: isInUse(states, "miteam_meetings") };
}
