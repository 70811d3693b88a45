/** Lists over the network: `?after=<key>&limit=<1 to 1000>`, answered as `{ items, next }`; `next` is null on the last page. */
import { z } from "zod";
import { type Answer, json } from "./answers.ts";
import type { Page } from "./collection.ts";
import type { PeerRequest } from "./requests.ts";
import { parseBody } from "./validation.ts";

export const MAX_LIMIT = 1000;

const PageQuery = z.object({ after: z.string().default(""), limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(MAX_LIMIT) });

export type PageRequest = z.output<typeof PageQuery>;

/** Where a list is asked to begin and how long it may be. Throws a `Refusal` (422) for a limit out of bounds. */
export function readPageRequest(request: PeerRequest): PageRequest {
  return parseBody(PageQuery, Object.fromEntries(request.query));
}

/** Answers a page of a list; `view` is how a row is shown over the network. */
export function listAnswer<Row>(rows: Page<Row>, view: (row: Row) => unknown = (row) => row): Answer {
  return json(200, { items: rows.items.map(view), next: rows.next });
}
