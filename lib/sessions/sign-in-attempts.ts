/** How often a password may be guessed: counted in the database, so that every web process counts the same. */
import { createHash } from "node:crypto";
import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { settings } from "#lib/config/settings.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { OperationError } from "#lib/operations/errors.ts";

type Limits = { passwords: RateLimiterPostgres; resetMails: RateLimiterPostgres };

let limits: Limits | undefined;

// Attempts are counted beside the transaction of the operation, since a refusal rolls that back, and on connections of their
// own: were they those of the pool, as many sign-ins at once as it has would each hold one and wait for a second. Nobody waits
// for the disk: after a crash of the database an address has a few more attempts, at the cost of none to all the others.
function counted(): Limits {
  if (limits) return limits;
  const storeClient = new pg.Pool({
    connectionString: settings().DATABASE_URL,
    max: 2,
    allowExitOnIdle: true,
    application_name: "portal attempts",
    onConnect: (client) => client.query("set synchronous_commit = off"),
  });
  // An idle connection that the server closes is replaced by the pool at the next query.
  storeClient.on("error", () => {});
  const store = { storeClient, storeType: "pool", tableName: "sign_in_attempts", tableCreated: true } as const;
  limits = {
    passwords: new RateLimiterPostgres({ ...store, keyPrefix: "password", points: 10, duration: 15 * 60 }),
    resetMails: new RateLimiterPostgres({ ...store, keyPrefix: "reset", points: 5, duration: 60 * 60 }),
  };
  return limits;
}

// The address itself is not kept: it is typed by anybody, and may be a password typed into the wrong field.
function keyOf(email: string): string {
  return createHash("sha256").update(email).digest("base64url");
}

/**
 * Takes one of the attempts that an address has, whether it exists or not. Taken before the password is looked at, so that
 * many guesses at once count like many one after the other.
 * @throws OperationError limit_reached after ten wrong passwords within a quarter of an hour
 */
export async function takeAttempt(email: string): Promise<void> {
  const refusal = await take(counted().passwords, email);
  if (!refusal) return;
  throw new OperationError("limit_reached", sentence("tooManyPasswords", { minutes: Math.ceil(refusal.msBeforeNext / 60_000) }));
}

/** Gives an address its attempts back, after the right password or a reset. */
export async function clearAttempts(email: string): Promise<void> {
  await counted().passwords.delete(keyOf(email));
}

/** Whether another reset mail may go to an address: five an hour, so that nobody's mailbox can be filled from here. */
export async function mayAskForReset(email: string): Promise<boolean> {
  return (await take(counted().resetMails, email)) === null;
}

async function take(limiter: RateLimiterPostgres, email: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(keyOf(email));
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return refusal;
  }
}
