"use client";

import { createContext, use } from "react";
import type { ReactNode } from "react";
import { pagesOf } from "./navigation.ts";
import type { NavigationItem, PageId } from "./navigation.ts";

const ReachedContext = createContext<ReadonlySet<PageId>>(new Set());

/** Lets parts of pages know which pages the navigation offers here, so that they lead nowhere else. */
export function ReachedPages({ navigation, children }: { navigation: readonly NavigationItem[]; children: ReactNode }) {
  return <ReachedContext value={new Set(pagesOf([...navigation]).map(({ id }) => id))}>{children}</ReachedContext>;
}

/** Whether the navigation offers a page to this reader in this account. */
export function useReaches(page: PageId): boolean {
  return use(ReachedContext).has(page);
}
