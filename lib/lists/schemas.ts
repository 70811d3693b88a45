/** The one shape in which every list is asked for, answered and selected from (safe for the browser). */
import { z } from "zod";

export const PAGE_SIZES = [25, 50, 100, 200] as const;
export const DEFAULT_PAGE_SIZE = 50;
export const MAX_SEARCH_LENGTH = 100;
/** A key holds what the list is sorted by, such as a name, in whatever script. */
const MAX_KEY_LENGTH = 4_000;

/**
 * What every list takes in its address: part of a text, a page size, a place to go on from, and an order.
 * `after` and `before` are opaque keys out of an answer; `sort` is a column, with a leading "-" for descending.
 * A list extends this with its filters and narrows `sort` to its columns.
 */
export const ListQuery = z.object({
  search: z.string().trim().max(MAX_SEARCH_LENGTH).optional(),
  size: z.coerce.number().int().min(1).max(200).default(DEFAULT_PAGE_SIZE),
  after: z.string().max(MAX_KEY_LENGTH).optional(),
  before: z.string().max(MAX_KEY_LENGTH).optional(),
});

/** What a list as a file is asked for beside its search, filters and order. */
export const ListFileChoice = z.object({
  format: z.enum(["csv", "xlsx", "jsonl"]),
  /** Column ids in the order of the screen, separated by commas; those the list does not know are left out. */
  columns: z.string().max(200).optional(),
  /** IANA name of the zone in which times are written; by default that of the account. */
  timeZone: z.string().max(60).optional(),
});
export type ListFileChoice = z.infer<typeof ListFileChoice>;

/** A page of a list. `total` counts all that match; `totalIsExact` is false where counting stopped at a cap. */
export function listPage<Row extends z.ZodType>(row: Row) {
  return z.object({
    items: z.array(row),
    total: z.number().int(),
    totalIsExact: z.boolean(),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  });
}

export type ListPage<Row> = {
  items: Row[];
  total: number;
  totalIsExact: boolean;
  next: string | null;
  previous: string | null;
};

/**
 * Which rows an action is for: the ones named, or all that match a search and filters, less some.
 * The filter of "all" is worked out by the server, so that rows on unseen pages are meant too (pains 19).
 */
export function selectionOf<Filter extends z.ZodType>(filter: Filter) {
  return z.discriminatedUnion("mode", [
    z.object({ mode: z.literal("some"), ids: z.array(z.uuid()).min(1).max(10_000) }),
    z.object({ mode: z.literal("all"), filter, except: z.array(z.uuid()).max(10_000).default([]) }),
  ]);
}

export type Selection<Filter> =
  | { mode: "some"; ids: string[] }
  | { mode: "all"; filter: Filter; except: string[] };
