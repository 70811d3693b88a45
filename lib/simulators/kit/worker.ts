import type { Answer } from "./answers.ts";
import type { WriteLedger } from "./idempotency.ts";
import type { PeerRequest } from "./requests.ts";
import type { Route } from "./routes.ts";

export type Worker = (route: Route, request: PeerRequest) => Promise<Answer>;

/**
 * Makes what runs the work of a route: reads as they are, writes once per idempotency key.
 * Two requests with one key may both prepare at once; only the first to be ready writes, and the other gets its answer.
 */
export function createWorker(ledger: WriteLedger): Worker {
  return async (route, request) => {
    if (route.kind === "read") return route.run(request);
    if (route.kind === "write") return ledger.once(request, () => route.run(request));
    const earlier = ledger.find(request);
    if (earlier) return earlier;
    const write = await route.run(request);
    return ledger.once(request, write);
  };
}
