/** The figures under a list: which rows of how many are on screen. Pure. */
import type { ListPage } from "#lib/lists/schemas.ts";

export type PageRange = { from: number; to: number; total: number; totalIsExact: boolean };

/**
 * Rows are found by key, so the page number is only a claim: rows may have come or gone since. Where the answer knows
 * better (nothing before this page, or nothing after it) its word wins.
 */
export function pageRange(list: ListPage<unknown>, page: number, size: number): PageRange {
  const shown = list.items.length;
  const claimed = list.previous === null ? 0 : (page - 1) * size;
  const before = list.next === null && list.totalIsExact ? list.total - shown : claimed;
  const from = shown === 0 ? 0 : Math.max(0, before) + 1;
  const to = Math.max(0, from + shown - 1);
  return { from, to, total: Math.max(list.total, to), totalIsExact: list.totalIsExact };
}
