/** Lists as the 2010-04-01 interface pages them: `?PageSize=<1 to 1000>`, and the address of the next page in `next_page_uri`. */
import { z } from "zod";
import { type Answer, json } from "../kit/answers.ts";
import type { PeerRequest } from "../kit/requests.ts";
import { twilioRefusal } from "./errors.ts";

const LARGEST_PAGE = 1000;
const PageQuery = z.object({ PageSize: z.coerce.number().int().min(1).default(50), Page: z.coerce.number().int().min(0).default(0), PageToken: z.string().default("") });

/**
 * A page of `rows`, which are in the order of their keys.
 * @param name what the resource calls its list, e.g. `incoming_phone_numbers`
 * @param keyOf the key that the next page goes on behind
 */
export function pageAnswer<Row>(request: PeerRequest, name: string, rows: readonly Row[], keyOf: (row: Row) => string, view: (row: Row) => object): Answer {
  const parsed = PageQuery.safeParse(Object.fromEntries(request.query));
  if (!parsed.success) throw twilioRefusal(400, 20006, "The page size is not valid");
  const { Page: page, PageToken: token } = parsed.data;
  // More than it gives is asked for in vain, as with the real one.
  const size = Math.min(parsed.data.PageSize, LARGEST_PAGE);
  const rest = token === "" ? rows : rows.filter((row) => keyOf(row) > token);
  const items = rest.slice(0, size);
  const address = (fields: Record<string, string | number>) => `${request.path}?${new URLSearchParams({ ...filtersOf(request), ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)])) })}`;
  const last = items.at(-1);
  return json(200, {
    [name]: items.map(view),
    page,
    page_size: size,
    start: page * size,
    end: page * size + Math.max(items.length - 1, 0),
    uri: `${request.path}?${request.query}`,
    first_page_uri: address({ PageSize: size, Page: 0 }),
    next_page_uri: rest.length > size && last ? address({ PageSize: size, Page: page + 1, PageToken: keyOf(last) }) : null,
    previous_page_uri: page > 0 ? address({ PageSize: size, Page: page - 1 }) : null,
  });
}

function filtersOf({ query }: PeerRequest): Record<string, string> {
  return Object.fromEntries([...query].filter(([name]) => !["PageSize", "Page", "PageToken"].includes(name)));
}
