/** Paging by key: a page costs the same however deep it lies, and however big the table is (pains 13, 14). */
import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Db } from "#lib/db/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { invalid } from "#lib/operations/errors.ts";
import { findUnstorableText } from "#lib/operations/unstorable-text.ts";
import type { ListPage } from "./schemas.ts";

/** A column that a list can be sorted by: the expression must be the one of an index that ends in `id`. */
export type Sort = { expression: Prisma.Sql; type: "text" | "timestamptz" | "integer" };

/** The rows of a list in their order. */
export type ListRequest = {
  select: Prisma.Sql;
  from: Prisma.Sql;
  where: Prisma.Sql[];
  sort: Sort;
  descending: boolean;
  /** The tie breaker, e.g. `u.id`. */
  id: Prisma.Sql;
};

export type PageRequest = ListRequest & { size: number; after?: string | undefined; before?: string | undefined };

export type PageOfRows<Row> = { rows: Row[]; next: string | null; previous: string | null };

type WithKey = { sort_key: string; sort_id: string };

/**
 * Reads one page. `after` and `before` are keys out of an earlier answer; with neither it is the first page.
 * @throws OperationError invalid when a key is not one of ours
 */
export async function findPage<Row extends object>(db: Db, request: PageRequest): Promise<PageOfRows<Row>> {
  const { select, from, where, sort, id, size } = request;
  const backwards = request.before !== undefined;
  const key = keyOf(request.before ?? request.after, sort);
  const descending = request.descending !== backwards;
  const direction = Prisma.raw(descending ? "desc" : "asc");
  // The key first: of several bounds of one index PostgreSQL begins at the first one, and with a bound of the filter it would walk
  // through all pages before this one.
  const conditions = key ? [beyond(sort, id, key, descending), ...where] : where;
  const rows = await readRows<Row & WithKey>(
    db,
    Prisma.sql`
    select ${select}, (${sort.expression})::text as sort_key, (${id})::text as sort_id
      from ${from}
     where ${Prisma.join(conditions, " and ")}
     order by ${sort.expression} ${direction}, ${id} ${direction}
     limit ${size + 1}`,
  );
  const more = rows.length > size;
  const page = rows.slice(0, size);
  if (backwards) page.reverse();
  return {
    rows: page,
    next: (backwards || more) && page.length > 0 ? keyFor(page.at(-1)!) : null,
    previous: (backwards ? more : key !== null) && page.length > 0 ? keyFor(page[0]!) : null,
  };
}

function beyond(sort: Sort, id: Prisma.Sql, key: Key, descending: boolean): Prisma.Sql {
  const operator = Prisma.raw(descending ? "<" : ">");
  return Prisma.sql`(${sort.expression}, ${id}) ${operator} (${key.value}::${Prisma.raw(sort.type)}, ${key.id}::uuid)`;
}

type Key = { value: string; id: string };

function keyFor({ sort_key, sort_id }: WithKey): string {
  return Buffer.from(JSON.stringify([sort_key, sort_id])).toString("base64url");
}

function keyOf(text: string | undefined, { type }: Sort): Key | null {
  if (text === undefined) return null;
  const key = z.tuple([KEY_VALUES[type], z.uuid()]).safeParse(contentOf(text)).data;
  if (!key) throw invalid("This page address is no longer good. Please start from the first page.", "after");
  return { value: key[0], id: key[1] };
}

function contentOf(key: string): unknown {
  try {
    return JSON.parse(Buffer.from(key, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

/** What a column can be compared with: a key made by hand, or of the same list in another order, would be an error of the database. */
const KEY_VALUES: Record<Sort["type"], z.ZodType<string>> = {
  text: z.string().refine((text) => findUnstorableText(text) === undefined),
  integer: z.string().regex(/^-?\d+$/).refine((text) => z.int32().safeParse(Number(text)).success),
  timestamptz: z.string().refine((text) => z.iso.datetime({ offset: true }).safeParse(text.replace(" ", "T").replace(/[+-]\d\d$/, "$&:00")).success),
};

/** Rows that are read at a time where all of them are wanted. */
const ROWS_PER_QUERY = 200;

/** All rows of a list in their order, however many: read by key as they are asked for, so that memory stays flat. */
export async function* findAll<Row extends object>(db: Db, request: ListRequest): AsyncGenerator<Row> {
  let after: string | undefined;
  do {
    const { rows, next } = await findPage<Row>(db, { ...request, size: ROWS_PER_QUERY, after });
    yield* rows;
    after = next ?? undefined;
  } while (after !== undefined);
}

/** Up to here a list counts what matches; beyond it says "more than". */
export const COUNT_CAP = 10_000;

/** Counts what matches, but no further than the cap: a total must not cost more than the page. */
export async function countUpToCap(db: Db, from: Prisma.Sql, where: Prisma.Sql[]): Promise<{ total: number; totalIsExact: boolean }> {
  const matches = Prisma.sql`select 1 from ${from} where ${Prisma.join(where, " and ")} limit ${COUNT_CAP + 1}`;
  const [row] = await readRows<{ total: number }>(db, Prisma.sql`select count(*)::int as total from (${matches}) as matches`);
  const total = row?.total ?? 0;
  return { total: Math.min(total, COUNT_CAP), totalIsExact: total <= COUNT_CAP };
}

/** Puts rows and total into the one envelope of lists. */
export function toListPage<Row, View>(page: PageOfRows<Row>, total: { total: number; totalIsExact: boolean }, toView: (row: Row) => View): ListPage<View> {
  return { items: page.rows.map(toView), ...total, next: page.next, previous: page.previous };
}

/** A text as part of a LIKE pattern that matches it anywhere, with its own wildcards taken literally. */
export function containsPattern(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
