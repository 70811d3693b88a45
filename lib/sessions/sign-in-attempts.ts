/** How often a password may be guessed: counted in the database, so that every web process counts the same. */
import { createHash } from "node:crypto";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { database } from "#lib/db/client.ts";
import { OperationError } from "#lib/operations/errors.ts";

const FAILURES = 10;
const WINDOW_SECONDS = 15 * 60;

let limiter: RateLimiterPostgres | undefined;

function attempts(): RateLimiterPostgres {
  limiter ??= new RateLimiterPostgres({
    storeClient: database().pool,
    storeType: "pool",
    tableName: "sign_in_attempts",
    tableCreated: true,
    keyPrefix: "",
    points: FAILURES,
    duration: WINDOW_SECONDS,
  });
  return limiter;
}

// The address itself is not kept: it is typed by anybody, and may be a password typed into the wrong field.
function keyOf(email: string): string {
  return createHash("sha256").update(email).digest("base64url");
}

/** @throws OperationError limit_reached after ten wrong passwords for an address within a quarter of an hour, whether it exists or not */
export async function checkAttempts(email: string): Promise<void> {
  const state = await attempts().get(keyOf(email));
  if (!state || state.consumedPoints < FAILURES) return;
  throw new OperationError("limit_reached", `Too many wrong passwords for this address. Please wait ${Math.ceil(state.msBeforeNext / 60_000)} minutes, or reset the password.`);
}

/** Counts a wrong password. */
export async function countFailure(email: string): Promise<void> {
  await attempts().penalty(keyOf(email), 1);
}

/** Forgets the wrong passwords of an address, after the right one or a reset. */
export async function clearFailures(email: string): Promise<void> {
  await attempts().delete(keyOf(email));
}
