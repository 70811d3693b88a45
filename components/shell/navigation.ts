/** What the left navigation holds, as data (NAV-01 to NAV-05). An entry whose feature a person may not view is absent (NAV-07). Pure. */
import type { NavigationId } from "#lib/integrations/schemas.ts";
import type { Action, Feature } from "#lib/permissions/schemas.ts";

export type PageId =
  | "dashboard"
  | "accounts"
  | "account"
  | "users"
  | "userTemplates"
  | "userRoles"
  | "integrations"
  | "roles"
  | "accountManagers"
  | "networkElements"
  | "runs"
  | "differences"
  | "orders"
  | "subscriptions"
  | "licenses"
  | "supportLogs"
  | "gateway"
  | "eventHistory"
  | "developer"
  | NavigationId;

export type GroupId = "userManagement" | "provisioning" | "billing" | "support";

/** One page, with those that stand below it; `key` is the letter that opens it after "g". Its label is the message "navigation.<id>". */
export type NavigationPage = { id: PageId; href: string; key: string; below?: readonly NavigationPage[] };
export type NavigationGroup = { id: GroupId; pages: readonly NavigationPage[] };
export type NavigationItem = NavigationPage | NavigationGroup;

/** "partnerAccount" is the partner's own account, which has users but no telephony (OP1-04). */
export type NavigationLevel = "partner" | "partnerAccount" | "account" | "user";

type Brought = { id: NavigationId; path: string; key: string; needs: Feature };

type Asked = {
  level: NavigationLevel;
  /** The account whose pages are open; not read at the other levels. */
  accountId: string;
  may: (feature: Feature, action: Action) => boolean;
  /** False where the account has no event history (EVENT-02). */
  hasHistory?: boolean;
  /** The account has a CloudLink gateway (GWSUP-01). */
  hasGateway?: boolean;
  /** The pages that the account's integrations bring (WG-01, MIVB-04). */
  brought?: readonly (Brought & { below?: readonly Brought[] })[];
  /** A partner administrator who sees every account and may do everything (OP1-74). */
  unrestricted: boolean;
};

/** An entry with the features that must all be viewed for it. */
type Entry = NavigationPage & { needs?: readonly Feature[] };

/** The navigation of one person at one level; a group of which nothing is left is absent too. */
export function navigationFor({ level, accountId, may, unrestricted, hasHistory = true, hasGateway = false, brought = [] }: Asked): NavigationItem[] {
  const allowed = (entries: readonly Entry[]): NavigationPage[] =>
    entries.filter(({ needs = [] }) => needs.every((feature) => may(feature, "view"))).map(({ needs: _needs, ...page }) => page);
  if (level === "user") return allowed([DASHBOARD]);
  if (level === "partner") {
    const managers: Entry[] = unrestricted ? [{ id: "accountManagers", href: "/account-managers", key: "m" }] : [];
    const roles: Entry = { id: "roles", href: "/roles", key: "r", needs: ["roles"] };
    return [
      ...allowed([DASHBOARD, { id: "accounts", href: "/accounts", key: "a", needs: ["accounts"] }]),
      ...group("userManagement", allowed([...managers, roles])),
      ...group("billing", allowed([{ id: "orders", href: "/orders", key: "o", needs: ["orders"] }])),
      ...allowed([DEVELOPER]),
    ];
  }
  const of = (path: string) => `/accounts/${accountId}/${path}`;
  const entryOf = ({ id, path, key, needs }: Brought): Entry => ({ id, key, href: of(path), needs: [needs] });
  const account: Entry = { id: "account", href: of("information"), key: "a", needs: ["account"] };
  const users: Entry = { id: "users", href: of("users"), key: "u", needs: ["users"] };
  const gateway: Entry[] = hasGateway ? [{ id: "gateway", href: of("support/gateway"), key: "w", needs: ["support"] }] : [];
  const eventHistory: Entry[] = hasHistory ? [{ id: "eventHistory", href: of("support/events"), key: "e", needs: ["support"] }] : [];
  if (level === "partnerAccount") {
    return [...allowed([DASHBOARD, account]), ...group("userManagement", allowed([users])), ...group("support", allowed(eventHistory))];
  }
  return [
    ...allowed([{ id: "dashboard", href: accountHome(accountId), key: "d" }, account]),
    ...group("userManagement", allowed([
      users,
      { id: "userTemplates", href: of("templates"), key: "t", needs: ["user_templates"] },
      { id: "userRoles", href: of("user-roles"), key: "r", needs: ["user_templates", "mivoice_business"] },
      { id: "roles", href: of("roles"), key: "o", needs: ["roles"] },
    ])),
    ...allowed([{ id: "integrations", href: of("integrations"), key: "i", needs: ["integrations"] }]),
    ...group("billing", allowed([
      { id: "subscriptions", href: of("billing/subscriptions"), key: "b", needs: ["subscriptions"] },
      { id: "licenses", href: of("billing/licenses"), key: "s", needs: ["subscriptions"] },
    ])),
    // Where the telephony of the account has its place (MIVB-05).
    ...allowed(brought.map(({ below, ...page }) => ({ ...entryOf(page), ...(below && { below: allowed(below.map(entryOf)) }) }))),
    ...group("provisioning", allowed([
      { id: "networkElements", href: of("integrations/network-elements"), key: "n", needs: ["integrations"] },
      { id: "runs", href: of("provisioning/runs"), key: "p", needs: ["users", "mivoice_business"] },
      { id: "differences", href: of("provisioning/differences"), key: "f", needs: ["users", "mivoice_business"] },
    ])),
    ...group("support", allowed([{ id: "supportLogs", href: of("support/logs"), key: "l", needs: ["support"] }, ...gateway, ...eventHistory])),
  ];
}

/** Where Partner level begins. */
export const PARTNER_HOME = "/dashboard";

/** Where an account begins. */
export function accountHome(accountId: string): string {
  return `/accounts/${accountId}/dashboard`;
}

/** After everything that a partner has for their customers (OP1-59). */
const DEVELOPER: Entry = { id: "developer", href: "/developer", key: "v", needs: ["developer"] };

const DASHBOARD: Entry = { id: "dashboard", href: PARTNER_HOME, key: "d" };

function group(id: GroupId, pages: readonly NavigationPage[]): NavigationGroup[] {
  return pages.length > 0 ? [{ id, pages }] : [];
}

export function isGroup(item: NavigationItem): item is NavigationGroup {
  return "pages" in item;
}

export function pagesOf(items: readonly NavigationItem[]): NavigationPage[] {
  return items.flatMap((item) => (isGroup(item) ? item.pages : [item, ...(item.below ?? [])]));
}

/** The page that an address belongs to: its own, or the closest one above it. */
export function currentPage(items: readonly NavigationItem[], pathname: string): NavigationPage | undefined {
  return pagesOf(items)
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}

/** The page that a page stands below, if there is one. */
export function pageAbove(items: readonly NavigationItem[], page: NavigationPage | undefined): NavigationPage | undefined {
  return items.filter((item) => !isGroup(item)).find(({ below }) => below?.some(({ id }) => id === page?.id));
}

/** The group that holds a page, if one does. */
export function groupOf(items: readonly NavigationItem[], page: NavigationPage | undefined): NavigationGroup | undefined {
  return items.filter(isGroup).find((item) => item.pages.some(({ id }) => id === page?.id));
}
