"use client";

import type { SearchAnswer } from "#lib/search/schemas.ts";
import { useServerSearch } from "./use-server-search.ts";
import type { ServerSearch } from "./use-server-search.ts";

export type Search = ServerSearch<SearchAnswer>;

/** Searches accounts and users while typing; those of the open account come first. */
export function useSearch(text: string, openAccountId: string | null): { found: Search; retry: () => void } {
  return useServerSearch<SearchAnswer>({
    text,
    pathOf: (search) => `/search?${new URLSearchParams({ text: search, ...(openAccountId && { openAccountId }) })}`,
    narrow({ accounts, users }, search) {
      const wanted = search.toLocaleLowerCase();
      const fits = (...facts: string[]) => facts.some((fact) => fact.toLocaleLowerCase().includes(wanted));
      const left = {
        accounts: { items: accounts.items.filter(({ name }) => fits(name)), more: false },
        users: { items: users.items.filter(({ name, email, extension }) => fits(name, email, extension)), more: false },
      };
      return left.accounts.items.length + left.users.items.length === 0 ? null : left;
    },
  });
}
