import type { Db } from "#lib/db/client.ts";
import { settings } from "#lib/config/settings.ts";
import { verifyPassword } from "#lib/crypto/password.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { invalid, OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { SignInAnswer, SignInInput } from "./schemas.ts";
import { decoysFor } from "./decoys.ts";
import { clearAttempts, takeAttempt } from "./sign-in-attempts.ts";
import { startSession } from "./start-session.ts";

type Candidate = { account_id: string; account_name: string; user_id: string; name: string; status: string; password_hash: string };

/**
 * Signs a person in with address and password (LOGIN-13, LOGIN-14). Every refusal reads the same and takes as long, so that no
 * answer tells whether an address exists. Where the address belongs to several accounts, the answer asks which (OP1-24).
 */
export const signIn = operation({
  name: "sessions.add",
  summary: "Sign in with e-mail address and password",
  permission: [],
  scope: "public",
  kind: "write",
  input: SignInInput,
  output: SignInAnswer,
  http: { method: "POST", path: "/sessions", startsSession: true },
  async run({ db, emit, now }, { email, password, accountId, userAgent }): Promise<SignInAnswer> {
    const [candidates] = await Promise.all([findCandidates(db, email), takeAttempt(email)]);
    const matching = await withPassword(candidates, email, password);
    const wanted = accountId ? matching.filter((candidate) => candidate.account_id === accountId) : matching;
    if (wanted.length === 0) throw invalid(sentence("wrongCredentials"), "password");
    await clearAttempts(email);
    if (wanted.length > 1) {
      await emit([]);
      return { status: "choose_account", accounts: wanted.map((each) => ({ id: each.account_id, name: each.account_name })), sessionToken: null };
    }
    const person = wanted[0]!;
    if (person.status !== "active") throw new OperationError("forbidden", sentence("accountDeactivated", { account: person.account_name }));
    const session = await startSession(db, { accountId: person.account_id, userId: person.user_id, method: "password", userAgent, now });
    const event = { accountId: person.account_id, action: "Sign in", asset: { kind: "session", id: session.id, name: person.name }, details: { method: "password", userId: person.user_id, userAgent } } as const;
    await emit(event, { kind: "person", userId: person.user_id, accountId: person.account_id, name: person.name, origin: "session" });
    return { status: "signed_in", accounts: [], sessionToken: session.token };
  },
});

/** The accounts in which the address is registered. */
function findCandidates(db: Db, email: string): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    select u.account_id::text, a.name as account_name, u.id::text as user_id, u.name, a.status, c.password_hash
      from users u
      join accounts a on a.id = u.account_id
      join credentials c on c.account_id = u.account_id and c.user_id = u.id
     where u.email = ${email} and u.registered_at is not null and u.disabled_at is null
     order by a.name_key
     limit 20`;
}

/** Those of them that have this password. */
async function withPassword(candidates: Candidate[], email: string, password: string): Promise<Candidate[]> {
  if (candidates.length === 0) await Promise.all(Array.from({ length: decoysFor(email, settings().AUTH_SECRET) }, () => verifyPassword(password, undefined)));
  const checked = await Promise.all(candidates.map(async (candidate) => ((await verifyPassword(password, candidate.password_hash)) ? candidate : null)));
  return checked.filter((candidate) => candidate !== null);
}
