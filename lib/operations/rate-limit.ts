/** How often one person, key or address may ask. Kept in memory: a limit per web process is enough to keep one caller from starving the rest. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { settings } from "#lib/config/settings.ts";
import { sentence } from "#lib/messages/sentences.ts";
import type { Actor } from "./actor.ts";
import { OperationError } from "./errors.ts";
import type { AnyOperation } from "./operation.ts";

const PUBLIC_PER_MINUTE = 120;

type Limiters = Record<"read" | "write" | "public", RateLimiterMemory>;

let limiters: Limiters | undefined;

function inUse(): Limiters {
  if (limiters) return limiters;
  const { READS_PER_MINUTE, WRITES_PER_MINUTE } = settings();
  const perMinute = (keyPrefix: string, points: number) => new RateLimiterMemory({ keyPrefix, points, duration: 60 });
  limiters = { read: perMinute("read", READS_PER_MINUTE), write: perMinute("write", WRITES_PER_MINUTE), public: perMinute("public", PUBLIC_PER_MINUTE) };
  return limiters;
}

/**
 * Counts one request.
 * @throws OperationError limit_reached with the seconds to wait
 */
export async function limitRate(request: Request, operation: Pick<AnyOperation, "scope" | "kind">, actor: Actor): Promise<void> {
  const limiter = inUse()[operation.scope === "public" ? "public" : operation.kind];
  const caller = actor.kind === "person" ? actor.credentialId : actor.kind === "scim" ? actor.accountId : addressOf(request);
  try {
    await limiter.consume(caller);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new OperationError("limit_reached", sentence("tooManyRequests", { seconds: Math.ceil(refusal.msBeforeNext / 1000) }));
  }
}

/**
 * The address of who asks, as the outermost of our own proxies has seen it: each adds the one before it at the end. What stands
 * further to the front may be made up, so that every request seemed to come from somebody else.
 */
function addressOf(request: Request): string {
  const seen = (request.headers.get("x-forwarded-for") ?? "").split(",").map((each) => each.trim());
  return (seen.at(-settings().PROXIES) ?? seen[0]) || "unknown";
}
