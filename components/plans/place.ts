/** Where in a list of runs one is: pages are found by key, the figure is only for the words below the list. Pure. */
export type Place = { after: string | null; before: string | null; page: number };

export const FIRST_PLACE: Place = { after: null, before: null, page: 1 };

export function nextPlace({ page }: Place, key: string): Place {
  return { after: key, before: null, page: page + 1 };
}

/** The second page goes back to the first without a key, so that runs that came in front of it are seen. */
export function previousPlace({ page }: Place, key: string): Place {
  return page <= 2 ? FIRST_PLACE : { after: null, before: key, page: page - 1 };
}
