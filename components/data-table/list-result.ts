import type { ListPage } from "#lib/lists/schemas.ts";

/** What a list has to show: a page of rows, or why there is none. A failed or forbidden load is never an empty list. */
export type ListResult<Row> =
  | ListPage<Row>
  | { failure: "error"; message: string; requestId: string }
  | { failure: "forbidden" };

const NO_ROWS: ListPage<never> = { items: [], total: 0, totalIsExact: true, next: null, previous: null };

export function pageOf<Row>(result: ListResult<Row>): ListPage<Row> {
  return "failure" in result ? NO_ROWS : result;
}
