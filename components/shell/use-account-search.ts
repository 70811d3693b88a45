"use client";

import type { ListPage } from "#lib/lists/schemas.ts";
import type { AccountName } from "./shell-context.ts";
import { useServerSearch } from "./use-server-search.ts";
import type { ServerSearch } from "./use-server-search.ts";

const SHOWN = 8;

export type AccountSearch = ServerSearch<ListPage<AccountName>>;

/** Searches the accounts that the person may open, while typing. */
export function useAccountSearch(text: string): { found: AccountSearch; retry: () => void } {
  return useServerSearch<ListPage<AccountName>>({
    text,
    pathOf: (search) => `/accounts?${new URLSearchParams({ search, size: String(SHOWN) })}`,
    narrow(list, search) {
      const wanted = search.toLocaleLowerCase();
      const items = list.items.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
      return items.length === 0 ? null : { ...list, items, next: null };
    },
  });
}
