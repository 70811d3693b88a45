/** From method and path to an operation, by the paths that the operations declare. */
import { OPEN_OPERATIONS } from "./registry.ts";
import type { OpenOperation } from "./registry.ts";

export type Route = { operation: OpenOperation; params: Record<string, string> };

type Pattern = { operation: OpenOperation; segments: string[] };

const PATTERNS: Pattern[] = OPEN_OPERATIONS.map((operation) => ({ operation, segments: operation.http.path.split("/").slice(1) }))
  // A fixed word wins over a parameter at the same place: /users/export before /users/{userId}.
  .toSorted((a, b) => parameterCount(a) - parameterCount(b));

function parameterCount({ segments }: Pattern): number {
  return segments.filter((segment) => segment.startsWith("{")).length;
}

/**
 * Finds the operation of a request.
 * @param path below `/api/v1`, e.g. `/accounts/…/users`
 * @returns the operation and the named parts of the path; undefined when no operation is there
 */
export function findRoute(method: string, path: string): Route | undefined {
  const given = decoded(path);
  for (const { operation, segments } of PATTERNS) {
    if (operation.http.method !== method || segments.length !== given.length) continue;
    const params = match(segments, given);
    if (params) return { operation, params };
  }
  return undefined;
}

/** The parts of a path; none where one is no text, which then is nowhere. */
function decoded(path: string): string[] {
  try {
    return path.split("/").slice(1).map((part) => decodeURIComponent(part));
  } catch (error) {
    if (error instanceof URIError) return [];
    throw error;
  }
}

function match(segments: string[], given: string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index]!;
    if (segment.startsWith("{")) params[segment.slice(1, -1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}
