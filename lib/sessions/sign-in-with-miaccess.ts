import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { Emit } from "#lib/events/emit.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { conflict, forbidden } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { countUsers } from "#lib/users/count-users.ts";
import { UserAgent } from "./schemas.ts";
import { startSession } from "./start-session.ts";

/** What MiAccess tells of a person, as the portal's sign-in has verified it. */
export const MiAccessIdentity = z.object({
  subject: z.string().min(1),
  email: z.string().trim().toLowerCase().pipe(z.email()),
  name: z.string().min(1),
  firstName: z.string(),
  lastName: z.string(),
  organisationId: z.string().min(1),
  organisationName: z.string().min(1),
  /** Whether the person was given the CloudLink policy (LOGIN-04). */
  cloudLinkPolicy: z.boolean(),
  userAgent: UserAgent,
});
export type MiAccessIdentity = z.infer<typeof MiAccessIdentity>;

/**
 * Signs a partner in whom MiAccess vouches for. The first sign-in of an organisation creates its partner account, the first of a
 * person the user (LOGIN-06, LOGIN-07). Has no address of its own: only the portal's OpenID Connect callback calls it.
 */
export const signInWithMiAccess = operation({
  name: "sessions.add-with-miaccess",
  summary: "Sign in a partner whom MiAccess vouches for",
  permission: [],
  scope: "public",
  kind: "write",
  input: MiAccessIdentity,
  output: z.object({ sessionToken: z.string() }),
  http: null,
  async run({ db, emit, now }, identity) {
    if (!identity.cloudLinkPolicy) throw forbidden(sentence("miaccessWithoutPolicy"));
    const accountId = await partnerAccount(db, emit, identity, now);
    const userId = await partnerUser(db, emit, accountId, identity, now);
    const session = await startSession(db, { accountId, userId, method: "miaccess", userAgent: identity.userAgent, now });
    const event = { accountId, action: "Sign in", asset: { kind: "session", id: session.id, name: identity.name }, details: { method: "miaccess", userId } } as const;
    await emit(event, { kind: "person", userId, accountId, name: identity.name, origin: "session" });
    return { sessionToken: session.token };
  },
});

/** Who makes partner accounts and their users. */
const MIACCESS = { kind: "system", name: "MiAccess" } as const;

async function partnerAccount(db: Db, emit: Emit, { organisationId, organisationName }: MiAccessIdentity, now: Date): Promise<string> {
  const known = await db.account.findUnique({ where: { miAccessOrganisation: organisationId }, select: { id: true } });
  if (known) return known.id;
  const id = newId();
  // Two first sign-ins at once: one makes the account, the other finds it.
  const { count } = await db.account.createMany({
    data: { id, kind: "partner", name: organisationName, miAccessOrganisation: organisationId, createdAt: now, modifiedAt: now },
    skipDuplicates: true,
  });
  if (count === 0) return (await db.account.findUniqueOrThrow({ where: { miAccessOrganisation: organisationId }, select: { id: true } })).id;
  await emit({ accountId: id, action: "Add", asset: { kind: "account", id, name: organisationName }, details: { kind: "partner" } }, MIACCESS);
  return id;
}

async function partnerUser(db: Db, emit: Emit, accountId: string, identity: MiAccessIdentity, now: Date): Promise<string> {
  const known = await knownUser(db, accountId, identity.subject);
  if (known) return known;
  const id = newId();
  const { email, name, firstName, lastName, subject } = identity;
  const { count } = await db.user.createMany({
    data: { accountId, id, email, name, firstName, lastName, miAccessSubject: subject, role: "partner", origin: "miaccess", registeredAt: now, createdAt: now, modifiedAt: now, modifiedBy: "MiAccess" },
    skipDuplicates: true,
  });
  // Either the same person came in twice at once, or a colleague of another MiAccess user has the address already.
  if (count === 0) {
    const same = await knownUser(db, accountId, subject);
    if (same) return same;
    throw conflict(sentence("miaccessAddressTaken"));
  }
  await countUsers(db, accountId, 1);
  await emit({ accountId, action: "Add", asset: { kind: "user", id, name }, details: { origin: "miaccess", email } }, MIACCESS);
  return id;
}

/** The user that a MiAccess user is here, if there is one yet. */
async function knownUser(db: Db, accountId: string, subject: string): Promise<string | undefined> {
  const known = await db.user.findUnique({ where: { miAccessSubject: subject }, select: { id: true, accountId: true } });
  if (known && known.accountId !== accountId) throw forbidden(sentence("miaccessMovedAway"));
  return known?.id;
}
