/** An account with licenses to give, and what stands of them in the database. */
import { database } from "#lib/db/client.ts";
import type { BilledOrder } from "#lib/billing/schemas.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";
import { changeLicenses } from "#lib/licenses/change-licenses.ts";
import { countLicenses } from "#lib/licenses/count-licenses.ts";
import { getProductsOfUser } from "#lib/licenses/get-products-of-user.ts";
import { setLicense } from "#lib/licenses/set-license.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { manyUsers } from "./many-users.ts";
import { aBillingSystem, anAssignedOrder } from "./orders.ts";
import { anAccount, aPartner } from "./people.ts";
import type { SignedIn } from "./people.ts";

/** Puts integrations on an account, set up. */
export async function withIntegrations(accountId: string, ...keys: IntegrationKey[]): Promise<void> {
  await database().prisma.integration.createMany({ data: keys.map((key) => ({ accountId, key, status: "on" })) });
}

/** An account with orders of these lines, and so many users. */
export async function aLicensedAccount(lines: BilledOrder["lines"], users = 0) {
  const partner = await aPartner();
  const billing = await aBillingSystem(partner);
  const { id: accountId } = await anAccount(partner);
  const { order } = await anAssignedOrder(partner, billing, accountId, { lines });
  const userIds = await manyUsers(accountId, Array.from({ length: users }, (_, index) => ({ name: `User ${String(index).padStart(3, "0")}` })));
  return { partner, billing, accountId, order, userIds, ...actsIn(partner, accountId), ...stateOf(accountId) };
}

function actsIn(partner: SignedIn, accountId: string) {
  return {
    set: async (userId: string, product: string, plan: string | null, features: object = {}) => runOperation(setLicense, { resolved: await partner.at(accountId), input: { userId, product, plan, features } }),
    change: async (selection: object, product: string, licenses: string, features: object = {}) => runOperation(changeLicenses, { resolved: await partner.at(accountId), input: { selection, product, licenses, features } }),
    count: async (selection: object) => runOperation(countLicenses, { resolved: await partner.at(accountId), input: { selection } }),
    productAt: async (userId: string, product: string) => (await runOperation(getProductsOfUser, { resolved: await partner.at(accountId), input: { userId } })).products.find((one) => one.product === product)!,
  };
}

function stateOf(accountId: string) {
  const { prisma } = database();
  return {
    /** Who has which plan, and that the kept count is that of the rows. */
    held: async (product: string) => {
      const rows = await prisma.license.findMany({ where: { accountId, product }, orderBy: { userId: "asc" } });
      const counts = await prisma.licenseCount.findMany({ where: { accountId, product } });
      for (const { plan, assigned } of counts) if (rows.filter((row) => row.plan === plan).length !== assigned) throw new Error(`${plan}: ${assigned} are counted.`);
      return new Map(rows.map(({ userId, plan }) => [userId, plan]));
    },
    events: (operation: string) => prisma.event.findMany({ where: { accountId, operation }, orderBy: { assetName: "asc" } }),
  };
}

/** Some users by their ids. */
export const some = (ids: readonly string[]) => ({ mode: "some", ids });
/** All users of the account. */
export const ALL = { mode: "all", filter: {}, except: [] };
