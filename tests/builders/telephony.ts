/** The telephony product of users, added and set up in tests as people do it on the user's page. */
import { database } from "#lib/db/client.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTelephonyProduct } from "#lib/telephony/change-product.ts";
import { getTelephonyOfUser } from "#lib/telephony/get-telephony-of-user.ts";
import type { TelephonyOfUser, TelephonyProduct } from "#lib/telephony/schemas.ts";
import { setUpTelephony } from "#lib/telephony/set-up.ts";
import { addTemplate } from "#lib/templates/add-template.ts";
import { anIntegration } from "./integrations.ts";
import { PROVISIONING, workOff } from "./jobs.ts";
import { anAccount, aUser } from "./people.ts";
import type { SignedIn } from "./people.ts";
import { connectPeers } from "./peers.ts";
import type { TestPeers } from "./peers.ts";
import { newFields, withFields } from "./templates.ts";

export type UserWithPeers = { person: SignedIn; accountId: string; userId: string };

/** A user of an account that is connected to the peers and has these integrations in use. */
export async function aUserWithPeers(person: SignedIn, peers: TestPeers, keys: readonly IntegrationKey[] = ["mivoice_business"], kinds?: Parameters<typeof connectPeers>[3]): Promise<UserWithPeers> {
  const { id: accountId } = await anAccount(person);
  await connectPeers(person, accountId, peers, kinds);
  for (const key of keys) await anIntegration(accountId, key);
  return { person, accountId, userId: (await aUser(person, accountId)).id };
}

/** The role of a template of an account: a desk phone, with a service category and other fields by their dotted paths. */
export async function aRoleOfTemplate(person: SignedIn, accountId: string, label: string, fields: Record<string, unknown> = {}): Promise<string> {
  const { id: templateId } = await runOperation(addTemplate, { resolved: await person.at(accountId), input: withFields(newFields(label), fields) });
  return (await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId, templateId } })).id;
}

export async function addProduct({ person, accountId, userId }: UserWithPeers, product: TelephonyProduct = "mivoice_business"): Promise<void> {
  await runOperation(addTelephonyProduct, { resolved: await person.at(accountId), input: { userId, product } });
}

/** "Apply Changes", with all that follows from it worked off. */
export async function setUp({ person, accountId, userId }: UserWithPeers, serviceRoleId: string, more: object = {}): Promise<void> {
  await runOperation(setUpTelephony, { resolved: await person.at(accountId), input: { userId, serviceRoleId, ...more } });
  await workOff(PROVISIONING);
}

export async function telephonyOf({ person, accountId, userId }: UserWithPeers): Promise<TelephonyOfUser> {
  return runOperation(getTelephonyOfUser, { resolved: await person.at(accountId), input: { userId } });
}

/** The login id under which the systems know a user. */
export async function loginOf({ accountId, userId }: UserWithPeers): Promise<string | null> {
  return (await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId, id: userId } } })).loginId;
}
