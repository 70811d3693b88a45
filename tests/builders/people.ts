/** People and accounts for tests, made as the product makes them. */
import { randomUUID } from "node:crypto";
import { addAccount } from "#lib/accounts/add-account.ts";
import type { AccountView } from "#lib/accounts/schemas.ts";
import { database } from "#lib/db/client.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import type { Role } from "#lib/permissions/schemas.ts";
import { startSession } from "#lib/sessions/start-session.ts";
import { signInWithMiAccess } from "#lib/sessions/sign-in-with-miaccess.ts";
import { addUser } from "#lib/users/add-user.ts";
import type { UserView } from "#lib/users/schemas.ts";

/** Somebody with an open session. `at(accountId)` is that person looking at an account. */
export type SignedIn = { sessionToken: string; at(accountId: string | null): Promise<Resolved> };

function signedIn(sessionToken: string): SignedIn {
  return { sessionToken, at: (accountId) => resolveActor({ sessionToken }, accountId) };
}

/** A partner of an organisation, signed in with MiAccess. */
export async function aPartner({ organisation = String(randomUUID()), name = "Mara Lindqvist" } = {}): Promise<SignedIn & { accountId: string; organisation: string }> {
  const [firstName = "", lastName = ""] = name.split(" ");
  const subject = randomUUID();
  const { sessionToken } = await runOperation(signInWithMiAccess, {
    resolved: NOBODY,
    input: { subject, email: `${subject}@partner.example`, name, firstName, lastName, organisationId: organisation, organisationName: `Partner ${organisation}`, cloudLinkPolicy: true },
  });
  const { actor } = await resolveActor({ sessionToken }, null);
  if (actor.kind !== "person") throw new Error("The partner is not signed in.");
  return { ...signedIn(sessionToken), accountId: actor.accountId, organisation };
}

/** An address that nobody has and that no search for a name, a word or a number finds: consonants only. */
function anAddress(): string {
  return `${randomUUID().replace(/-/g, "").replace(/./g, (digit) => "bcdfghjklmnpqrst"[Number.parseInt(digit, 16)]!)}@ballad.example`;
}

/** A customer account of a partner. */
export async function anAccount(partner: SignedIn, fields: { name?: string; country?: string; timeZone?: string; defaultLanguage?: string } = {}): Promise<AccountView> {
  return runOperation(addAccount, {
    resolved: await partner.at(null),
    input: { name: "Ballad Industries", country: "DE", address: "Hafenstraße 12", city: "Hamburg", postalCode: "20457", supportContacts: [{ email: "help@partner.example" }], ...fields },
  });
}

/** A user of an account, made by the partner; not registered. */
export async function aUser(partner: SignedIn, accountId: string, fields: { firstName?: string; lastName?: string; email?: string; accountAdmin?: boolean } = {}): Promise<UserView> {
  const { firstName = "Ada", lastName = "Brandt", email = anAddress(), accountAdmin = false } = fields;
  return runOperation(addUser, { resolved: await partner.at(accountId), input: { firstName, lastName, email, accountAdmin } });
}

/** A registered user of an account with an open session, in a role. */
export async function aSignedInUser(partner: SignedIn, accountId: string, role: Exclude<Role, "partner"> = "account_admin"): Promise<SignedIn & { user: UserView }> {
  const user = await aUser(partner, accountId, { accountAdmin: role === "account_admin" });
  const now = new Date();
  const { prisma } = database();
  await prisma.user.update({ where: { accountId_id: { accountId, id: user.id } }, data: { registeredAt: now } });
  const { token } = await startSession(prisma, { accountId, userId: user.id, method: "password", userAgent: "", now });
  return { ...signedIn(token), user };
}
