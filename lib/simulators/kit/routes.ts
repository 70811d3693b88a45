/** The table of addresses a peer answers, and finding the one that a request means. */
import type { Answer } from "./answers.ts";
import type { PeerRequest } from "./requests.ts";

/**
 * How a route does its work.
 * - `read` leaves the database as it is.
 * - `write` runs inside one transaction with the record of its idempotency key.
 * - `prepared` first waits for other systems, then gives the part that runs inside the transaction.
 */
type Work =
  | { kind: "read"; run: (request: PeerRequest) => Answer | Promise<Answer> }
  | { kind: "write"; run: (request: PeerRequest) => Answer }
  | { kind: "prepared"; run: (request: PeerRequest) => Promise<() => Answer> };

export type Route = Work & {
  method: string;
  /** A path with names in braces, e.g. `/api/v1/phones/{number}`. */
  path: string;
  /** Who may call it: holders of the peer's credentials unless said otherwise. */
  open?: boolean;
  /** Belongs to the tester's controls and pages, which faults never touch. */
  control?: boolean;
};

export type FoundRoute = { route: Route; params: Record<string, string> };

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? "";
    if (expected.startsWith("{")) {
      const value = decode(actual);
      if (!value) return undefined;
      params[expected.slice(1, -1)] = value;
    } else if (expected !== actual) return undefined;
  }
  return params;
}

/** Makes the lookup of a route by method and path; gives undefined where none fits. */
export function routeTable(routes: Route[]): (method: string, path: string) => FoundRoute | undefined {
  const groups = Map.groupBy(
    routes.map((route) => ({ route, pattern: route.path.split("/") })),
    ({ route, pattern }) => `${route.method} ${pattern.length}`,
  );
  return (method, path) => {
    const segments = path.split("/");
    for (const { route, pattern } of groups.get(`${method} ${segments.length}`) ?? []) {
      const params = matchSegments(pattern, segments);
      if (params) return { route, params };
    }
    return undefined;
  };
}
