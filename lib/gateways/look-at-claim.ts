import { customersOf } from "#lib/accounts/customers-of.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Db } from "#lib/db/client.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { may } from "#lib/permissions/grants.ts";
import { askGateway } from "./gateway-service.ts";
import { ClaimView, LookAtClaimInput } from "./schemas.ts";

const MOST_ACCOUNTS = 25;

/** Looks at the claim with which a gateway has sent somebody here: which gateway it is, and for which accounts they may onboard it (GW-01). */
export const lookAtClaim = operation({
  name: "gateways.look-at-claim",
  summary: "The gateway that has sent a browser to the portal, and the accounts it can be onboarded for",
  permission: [],
  scope: "self",
  kind: "read",
  input: LookAtClaimInput,
  output: ClaimView,
  http: { method: "GET", path: "/gateway-claims/{claim}" },
  async run({ actor, db }, { claim, search }) {
    const { serial, platform, form, ipAddress } = await askGateway((service) => service.lookAtClaim(claim));
    return { serial, platform, form, address: ipAddress, accounts: await accountsOf(db, actor, search) };
  },
});

/** Of a partner the customers, of an account admin the own account; nobody else configures integrations. */
async function accountsOf(db: Db, actor: Person, search: string): Promise<ClaimView["accounts"]> {
  if (!may(actor, "integrations", "add") && !may(actor, "integrations", "edit")) return [];
  const own = actor.role === "partner" ? customersOf(actor) : Prisma.sql`a.id = ${actor.accountId}::uuid`;
  return db.$queryRaw<ClaimView["accounts"]>`
    select a.id::text, a.name, exists (select 1 from integrations i where i.account_id = a.id and i.key = 'cloudlink_gateway') as "hasIntegration"
      from accounts a
     where ${own} and a.kind = 'customer' and a.status = 'active' and a.name_key like ${containsPattern(search)}
     order by a.name_key, a.id
     limit ${MOST_ACCOUNTS}`;
}
