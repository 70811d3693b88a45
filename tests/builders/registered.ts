/** Registered people who sign in with a password, made as the product makes them. */
import { database } from "#lib/db/client.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { newOneTimeLink } from "#lib/registration/one-time-link.ts";
import { requestPasswordReset } from "#lib/registration/password-reset.ts";
import { completeRegistration } from "#lib/registration/registration.ts";
import type { LinkPurpose } from "#lib/registration/schemas.ts";
import type { SignInAnswer } from "#lib/sessions/schemas.ts";
import { signIn } from "#lib/sessions/sign-in.ts";
import type { UserView } from "#lib/users/schemas.ts";
import { workOff } from "./jobs.ts";
import { aUser } from "./people.ts";
import type { SignedIn } from "./people.ts";

export const PASSWORD = "a quiet harbour at dawn";

/** The secret of a link as a mail would hold it; `age` in milliseconds makes it an old one. */
export function aLink(accountId: string, userId: string, purpose: LinkPurpose, age = 0): Promise<string> {
  return newOneTimeLink(database().prisma, { accountId, userId, purpose, now: new Date(Date.now() - age) });
}

/** A user who has finished registration with a password. */
export async function aRegisteredUser(partner: SignedIn, accountId: string, fields: { email?: string; accountAdmin?: boolean; password?: string } = {}): Promise<UserView> {
  const { password = PASSWORD, ...rest } = fields;
  const user = await aUser(partner, accountId, rest);
  const token = await aLink(accountId, user.id, "registration");
  await runOperation(completeRegistration, { resolved: NOBODY, input: { token, password } });
  return user;
}

/** Tries to sign in as somebody would at the sign-in page. */
export function trySignIn(email: string, password = PASSWORD, accountId?: string): Promise<SignInAnswer> {
  return runOperation(signIn, { resolved: NOBODY, input: { email, password, ...(accountId && { accountId }) } });
}

/** Somebody who has signed in with address and password. */
export async function signedInWithPassword(email: string, password = PASSWORD): Promise<SignedIn> {
  const { sessionToken } = await trySignIn(email, password);
  if (!sessionToken) throw new Error("Nobody was signed in.");
  return { sessionToken, at: (accountId) => resolveActor({ sessionToken }, accountId) };
}

/** Asks for a reset as somebody would who has forgotten the password, and does what the request has set going. */
export async function askForReset(email: string): Promise<object> {
  const answer = await runOperation(requestPasswordReset, { resolved: NOBODY, input: { email } });
  await workOff(["password-resets.send"]);
  return answer;
}

/** Whether a session is still good, as the next request would find out. */
export async function isSignedIn(sessionToken: string): Promise<boolean> {
  return (await resolveActor({ sessionToken }, null)).actor.kind === "person";
}

/** The events of an account that one kind of operation wrote, oldest first. */
export function eventsOf(accountId: string, operation: string) {
  return database().prisma.event.findMany({ where: { accountId, operation }, orderBy: { id: "asc" } });
}
