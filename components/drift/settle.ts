/** Settling differences: which ones are meant, and where they are sent. */
import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import type { ListFilter } from "#components/data-table/list-state.ts";
import type { DriftView } from "#lib/drift/schemas.ts";
import type { ListPage, Selection } from "#lib/lists/schemas.ts";
import type { PlanView } from "#lib/plans/schemas.ts";

export type Way = "adopt" | "repair";

/** So many the server takes at once. */
const MOST_AT_ONCE = 1_000;
const PAGE_SIZE = 200;

/** The ids of a selection; those of "all that match" are asked for page by page. */
export async function idsOf(accountId: string, selection: Selection<ListFilter>): Promise<Result<string[]>> {
  if (selection.mode === "some") return { ok: true, data: selection.ids };
  const left = new Set(selection.except);
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({ ...selection.filter, size: String(PAGE_SIZE), ...(after === null ? {} : { after }) });
    const page: Result<ListPage<DriftView>> = await request("GET", `/accounts/${accountId}/provisioning/differences?${query}`);
    if (!page.ok) return page;
    ids.push(...page.data.items.map(({ id }) => id).filter((id) => !left.has(id)));
    after = page.data.next;
  } while (after !== null);
  return { ok: true, data: ids };
}

/**
 * Settles differences in one way.
 * @returns the ids of the plans that repair them; none when they are adopted
 */
export async function settle(accountId: string, way: Way, ids: readonly string[], idempotencyKey: string): Promise<Result<string[]>> {
  const plans: string[] = [];
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const result = await request<Partial<PlanView>>("POST", `/accounts/${accountId}/provisioning/differences/${way}`, {
      body: { driftIds: ids.slice(from, from + MOST_AT_ONCE) },
      idempotencyKey: `${idempotencyKey}-${from}`,
    });
    if (!result.ok) return result;
    if (result.data.id !== undefined) plans.push(result.data.id);
  }
  return { ok: true, data: plans };
}
