/** How often one person, key or address may ask. Kept in memory: a limit per web process is enough to keep one caller from starving the rest. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "./actor.ts";
import { OperationError } from "./errors.ts";
import type { AnyOperation } from "./operation.ts";

const READS = new RateLimiterMemory({ keyPrefix: "read", points: 3_000, duration: 60 });
const WRITES = new RateLimiterMemory({ keyPrefix: "write", points: 1_500, duration: 60 });
const PUBLIC = new RateLimiterMemory({ keyPrefix: "public", points: 120, duration: 60 });

/**
 * Counts one request.
 * @throws OperationError limit_reached with the seconds to wait
 */
export async function limitRate(request: Request, operation: AnyOperation, actor: Actor): Promise<void> {
  const limiter = operation.scope === "public" ? PUBLIC : operation.kind === "read" ? READS : WRITES;
  const caller = actor.kind === "person" ? actor.credentialId : (request.headers.get("x-forwarded-for")?.split(",")[0] ?? "unknown");
  try {
    await limiter.consume(caller);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new OperationError("limit_reached", `Too many requests. Please wait ${Math.ceil(refusal.msBeforeNext / 1000)} seconds and try again.`);
  }
}
