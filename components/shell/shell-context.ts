/** All that the shell shows, as plain data that a layout fills once per request. */
import type { ShellAction } from "./actions.ts";
import type { NavigationItem } from "./navigation.ts";

export type Theme = "light" | "dark" | "system";

export type AccountName = { id: string; name: string };

export type ShellLocale = {
  code: string;
  /** Short, as in the footer: "EN (US)". */
  label: string;
  /** In that language itself: "English (US)". */
  name: string;
};

export type ShellContext = {
  /** When the server began to make the page, in milliseconds of Unix time. */
  madeAt: number;
  /** The signed-in person; `role` as people read it, e.g. "Account Admin". */
  person: { name: string; email: string; role: string };
  /** The account whose pages are open; null at Partner level. */
  account: (AccountName & { kind: "partner" | "customer" }) | null;
  /** The person's partner account. Only partners have it, and with it the switch between accounts (DASH-06). */
  partner: (AccountName & { recentAccounts: readonly AccountName[] }) | null;
  navigation: readonly NavigationItem[];
  /** What the person may begin from here. */
  actions: readonly ShellAction[];
  /** Whose accounts and users are searched besides the pages: all of a partner's, those of the own account, or nobody. */
  reach: "allAccounts" | "ownAccount" | "nothing";
  /** The bell is for Partners and Account Admins (NOTIF-01). */
  hasNotifications: boolean;
  locale: string;
  locales: readonly ShellLocale[];
  theme: Theme;
  /** Addresses. `logout` takes a POST; `support` and `legal` lead out of the portal (NAV-09, NAV-10). */
  links: { support: string; legal: string; profile: string; logout: string };
};

/** Whether a partner is at work in a customer account, which is then said on every page. */
export function hasContextBar({ account, partner }: ShellContext): boolean {
  return partner !== null && account?.kind === "customer";
}
