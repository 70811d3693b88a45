/** Who can be given which telephony product, and who may give it. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTelephonyProduct, removeTelephonyProduct } from "#lib/telephony/change-product.ts";
import { getTelephonyOfUser } from "#lib/telephony/get-telephony-of-user.ts";
import { setUpTelephony } from "#lib/telephony/set-up.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import { aRole, anAdminWith } from "#tests/builders/roles.ts";

async function place(...keys: Parameters<typeof anIntegration>[1][]) {
  const partner = await aPartner();
  const { id: accountId } = await anAccount(partner);
  for (const key of keys) await anIntegration(accountId, key);
  const user = await aUser(partner, accountId);
  return { partner, accountId, userId: user.id };
}

const rows = (accountId: string) => database().prisma.telephonyProduct.findMany({ where: { accountId } });

test("SVC-01 a partner and an account admin add MiVoice Business Service; whoever may not edit users, or not use MiVoice Business, may not", async () => {
  const { partner, accountId, userId } = await place("mivoice_business");
  const admin = await aSignedInUser(partner, accountId);
  const plain = await aSignedInUser(partner, accountId, "user");
  const looker = await anAdminWith(partner, accountId, await aRole(partner, "account_admin", ["users.view", "mivoice_business.view"], [accountId]));
  const untelephonic = await anAdminWith(partner, accountId, await aRole(partner, "account_admin", ["users.view", "users.edit"], [accountId]));
  const input = { userId, product: "mivoice_business" };
  for (const person of [plain, looker, untelephonic]) await expect(runOperation(addTelephonyProduct, { resolved: await person.at(accountId), input })).rejects.toMatchObject({ code: "forbidden" });
  expect(await rows(accountId)).toEqual([]);
  await runOperation(addTelephonyProduct, { resolved: await admin.at(accountId), input });
  const other = await aUser(partner, accountId);
  await runOperation(addTelephonyProduct, { resolved: await partner.at(accountId), input: { ...input, userId: other.id } });
  expect((await rows(accountId)).map((row) => row.userId).toSorted()).toEqual([userId, other.id].toSorted());
  const events = await database().prisma.event.findMany({ where: { accountId, operation: "telephony.add" } });
  expect(events).toMatchObject([{ action: "Assign", changes: [{ property: "product", before: null, after: "MiVoice Business Service" }] }, {}]);
});

test("adding twice adds once; a product that is not set up can be taken away again", async () => {
  const { partner, accountId, userId } = await place("mivoice_business");
  const input = { userId, product: "mivoice_business" };
  for (const _ of [1, 2]) await runOperation(addTelephonyProduct, { resolved: await partner.at(accountId), input });
  expect(await rows(accountId)).toHaveLength(1);
  expect(await database().prisma.event.count({ where: { accountId, operation: "telephony.add" } })).toBe(1);
  await runOperation(removeTelephonyProduct, { resolved: await partner.at(accountId), input });
  expect(await rows(accountId)).toEqual([]);
});

test("CX-03 with MiVoice Business on the account that is the product offered, without it Mitel CX; without both there is none", async () => {
  const offered = async ({ partner, accountId, userId }: Awaited<ReturnType<typeof place>>) => {
    const { product, withMitelCx } = await runOperation(getTelephonyOfUser, { resolved: await partner.at(accountId), input: { userId } });
    return [product, withMitelCx];
  };
  expect(await offered(await place())).toEqual([null, false]);
  expect(await offered(await place("mivoice_business"))).toEqual(["mivoice_business", false]);
  const both = await place("mivoice_business", "mitel_cx");
  expect(await offered(both)).toEqual(["mivoice_business", true]);
  await expect(runOperation(addTelephonyProduct, { resolved: await both.partner.at(both.accountId), input: { userId: both.userId, product: "mitel_cx" } })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "product" }] });
  const cx = await place("mitel_cx");
  expect(await offered(cx)).toEqual(["mitel_cx", true]);
});

test("nothing is set up for somebody without the product, nor in another account, and nothing is written then", async () => {
  const { partner, accountId, userId } = await place("mivoice_business");
  const role = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId } });
  const input = { userId, serviceRoleId: role.id };
  await expect(runOperation(setUpTelephony, { resolved: await partner.at(accountId), input })).rejects.toMatchObject({ code: "conflict" });
  const other = await place("mivoice_business");
  await expect(runOperation(setUpTelephony, { resolved: await other.partner.at(accountId), input })).rejects.toMatchObject({ code: "not_found" });
  await expect(runOperation(addTelephonyProduct, { resolved: await other.partner.at(other.accountId), input: { userId, product: "mivoice_business" } })).rejects.toMatchObject({ code: "not_found" });
  await runOperation(addTelephonyProduct, { resolved: await partner.at(accountId), input: { userId, product: "mivoice_business" } });
  await expect(runOperation(setUpTelephony, { resolved: await partner.at(accountId), input: { ...input, mitelCx: true } })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "mitelCx" }] });
  await expect(runOperation(setUpTelephony, { resolved: await partner.at(accountId), input: { ...input, number: "22 06x" } })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "number" }] });
  expect(await database().prisma.provisioningPlan.count({ where: { accountId } })).toBe(0);
});
