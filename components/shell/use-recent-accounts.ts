"use client";

import { useEffect } from "react";
import { request } from "#components/api/request.ts";
import { RECENT_ACCOUNTS_KEY, withRecent } from "./recent-accounts.ts";
import type { ShellContext } from "./shell-context.ts";

/** Keeps the account that a partner has opened among the recent ones. That it could not be kept is worth no message. */
export function useRecentAccounts({ account, partner }: ShellContext): void {
  const next = partner && account?.kind === "customer" ? withRecent(partner.recentAccounts, account) : null;
  const changed = next && JSON.stringify(next);
  useEffect(() => {
    if (changed) void request("PUT", `/me/preferences/${RECENT_ACCOUNTS_KEY}`, { body: { value: JSON.parse(changed) } });
  }, [changed]);
}
