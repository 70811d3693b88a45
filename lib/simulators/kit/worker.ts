import type { Answer } from "./answers.ts";
import type { WriteLedger } from "./idempotency.ts";
import type { PeerRequest } from "./requests.ts";
import type { Route } from "./routes.ts";

export type Worker = (route: Route, request: PeerRequest) => Promise<Answer>;

/**
 * Makes what runs the work of a route: reads as they are, writes once per idempotency key.
 * Of two requests with one key that arrive while the first still waits for another system, the second waits and
 * gets the first one's answer.
 */
export function createWorker(ledger: WriteLedger): Worker {
  const preparing = new Map<string, Promise<Answer>>();

  async function prepareAndWrite(request: PeerRequest, prepare: (request: PeerRequest) => Promise<() => Answer>): Promise<Answer> {
    const earlier = ledger.find(request);
    if (earlier) return earlier;
    const write = await prepare(request);
    return ledger.once(request, write);
  }

  return async (route, request) => {
    if (route.kind === "read") return route.run(request);
    if (route.kind === "write") return ledger.once(request, () => route.run(request));

    const key = request.idempotencyKey;
    if (key === undefined) return prepareAndWrite(request, route.run);
    for (let other = preparing.get(key); other; other = preparing.get(key)) await Promise.allSettled([other]);
    const answer = prepareAndWrite(request, route.run).finally(() => preparing.delete(key));
    preparing.set(key, answer);
    return answer;
  };
}
