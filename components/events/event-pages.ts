/** The pages of the history that have been loaded, as one list. Pure. */
import type { EventPage, EventView } from "#lib/events/schemas.ts";

export type Loaded = {
  items: readonly EventView[];
  next: string | null;
  total: number;
  totalIsExact: boolean;
  /** The key at which the list on screen begins; null at the newest event. */
  startedAt: string | null;
  /** By which key each event was loaded, so that the address can name the place; the first page's is `startedAt`. */
  keys: ReadonlyMap<string, string | null>;
};

/** The list as the server gave it. */
export function startOf(page: EventPage | null, startedAt: string | null): Loaded {
  const items = page?.items ?? [];
  return { items, next: page?.next ?? null, total: page?.total ?? 0, totalIsExact: page?.totalIsExact ?? true, startedAt, keys: new Map(items.map(({ id }) => [id, startedAt])) };
}

/** With the page behind `key`; what is there already stays once. */
export function appended(loaded: Loaded, key: string, page: EventPage): Loaded {
  const fresh = page.items.filter(({ id }) => !loaded.keys.has(id));
  const keys = new Map([...loaded.keys, ...fresh.map(({ id }) => [id, key] as const)]);
  return { ...loaded, items: [...loaded.items, ...fresh], next: page.next, keys };
}

/** With the newest page in front. Where that does not reach what is there, more has happened than a page holds, and the list begins anew. */
export function atTop(loaded: Loaded, newest: EventPage): Loaded {
  const fresh = newest.items.filter(({ id }) => !loaded.keys.has(id));
  if (fresh.length === 0) return loaded;
  if (fresh.length === newest.items.length && newest.next !== null) return startOf(newest, null);
  const { total, totalIsExact } = newest;
  return { ...loaded, items: [...fresh, ...loaded.items], total, totalIsExact, keys: new Map([...loaded.keys, ...fresh.map(({ id }) => [id, null] as const)]) };
}
