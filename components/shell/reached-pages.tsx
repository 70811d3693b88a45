"use client";

import { createContext, use, useMemo } from "react";
import type { ReactNode } from "react";
import { pagesOf } from "./navigation.ts";
import type { NavigationItem, PageId } from "./navigation.ts";

const ReachedContext = createContext<ReadonlySet<PageId>>(new Set());

/** Lets parts of pages know which pages the navigation offers here, so that they lead nowhere else. */
export function ReachedPages({ navigation, children }: { navigation: readonly NavigationItem[]; children: ReactNode }) {
  const pages = useMemo(() => new Set(pagesOf([...navigation]).map(({ id }) => id)), [navigation]);
  return <ReachedContext value={pages}>{children}</ReachedContext>;
}

/** Whether the navigation offers a page to this reader in this account. */
export function useReaches(page: PageId): boolean {
  return use(ReachedContext).has(page);
}
