import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { actionsFor } from "#components/shell/actions.ts";
import { navigationFor, type NavigationLevel } from "#components/shell/navigation.ts";
import { readRecent, RECENT_ACCOUNTS_KEY } from "#components/shell/recent-accounts.ts";
import type { AccountName, ShellContext, Theme } from "#components/shell/shell-context.ts";
import { findSeenAccounts } from "#lib/accounts/find-seen-accounts.ts";
import { settings } from "#lib/config/settings.ts";
import { hasEventHistory } from "#lib/events/sources.ts";
import { DEFINITIONS } from "#lib/integrations/registry.ts";
import { broughtPages } from "#lib/integrations/rules.ts";
import { keepListening } from "#lib/live/listen.ts";
import { LOCALES } from "#lib/messages/languages.ts";
import type { Person } from "#lib/operations/actor.ts";
import { isUnrestricted } from "#lib/operations/may-run.ts";
import { may } from "#lib/permissions/grants.ts";
import type { Action, Feature, Role } from "#lib/permissions/schemas.ts";
import { seesSubscriptions } from "#lib/subscriptions/availability.ts";
import { personAt, read } from "./actor.ts";

/** What the shell around a page shows: of an account, or of the person's own level when none is named. */
export async function shellContext(accountId: string | null): Promise<ShellContext> {
  const madeAt = Date.now();
  const { person, account } = await personAt(accountId);
  keepListening();
  const isPartner = person.role === "partner";
  const open = account ?? (isPartner ? null : { id: person.accountId, name: person.accountName, kind: "customer" as const, integrations: person.integrations });
  const roles = await getTranslations("shell.roles");
  const theme = (await cookies()).get("theme")?.value;
  const { SUPPORT_URL, LEGAL_URL } = settings();
  const states = account?.integrations ?? (isPartner ? {} : person.integrations);
  const asked = {
    level: levelOf(person.role, open),
    accountId: open?.id ?? "",
    hasHistory: open !== null && hasEventHistory({ kind: open.kind, integrations: states }),
    hasGateway: states["cloudlink_gateway"] !== undefined,
    may: (feature: Feature, action: Action) => may(person, feature, action) && (feature !== "subscriptions" || seesSubscriptions(person)),
    unrestricted: isUnrestricted(person),
  };
  return {
    madeAt,
    person: { name: person.name, email: person.email, role: person.customRole || roles(person.role) },
    account: open ? { id: open.id, name: open.name, kind: open.kind } : null,
    partner: isPartner ? { id: person.accountId, name: person.accountName, recentAccounts: await recentAccounts(person) } : null,
    navigation: navigationFor({ ...asked, brought: broughtPages(DEFINITIONS, states) }),
    actions: actionsFor({ ...asked, hasPassword: person.method === "password" }),
    reach: isPartner ? "allAccounts" : asked.may("users", "view") ? "ownAccount" : "nothing",
    hasNotifications: person.role !== "user",
    locale: await getLocale(),
    locales: LOCALES.map(({ code, label, name }) => ({ code, label, name })),
    theme: theme === "light" || theme === "dark" ? theme : ("system" satisfies Theme),
    links: { support: SUPPORT_URL, legal: LEGAL_URL, profile: "/profile", logout: "/logout" },
  };
}

/** Of those that the person opened last the ones they still see: an account can be taken from an account manager. */
async function recentAccounts(person: Person): Promise<AccountName[]> {
  const recent = readRecent(person.preferences[RECENT_ACCOUNTS_KEY]);
  if (!person.accountManager || recent.length === 0) return recent;
  const { ids } = await read(findSeenAccounts, null, { ids: recent.map(({ id }) => id) });
  return recent.filter(({ id }) => ids.includes(id));
}

function levelOf(role: Role, open: { kind: "partner" | "customer" } | null): NavigationLevel {
  if (role === "user") return "user";
  if (!open) return "partner";
  return open.kind === "partner" ? "partnerAccount" : "account";
}
