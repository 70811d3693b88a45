import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { actionsFor } from "#components/shell/actions.ts";
import { navigationFor, type NavigationLevel } from "#components/shell/navigation.ts";
import { readRecent, RECENT_ACCOUNTS_KEY } from "#components/shell/recent-accounts.ts";
import type { ShellContext, Theme } from "#components/shell/shell-context.ts";
import { settings } from "#lib/config/settings.ts";
import { LOCALES } from "#lib/messages/languages.ts";
import { may } from "#lib/permissions/grants.ts";
import type { Action, Feature, Role } from "#lib/permissions/schemas.ts";
import { seesSubscriptions } from "#lib/subscriptions/availability.ts";
import { personAt } from "./actor.ts";

/** What the shell around a page shows: of an account, or of the person's own level when none is named. */
export async function shellContext(accountId: string | null): Promise<ShellContext> {
  const { person, account } = await personAt(accountId);
  const isPartner = person.role === "partner";
  const open = account ?? (isPartner ? null : { id: person.accountId, name: person.accountName, kind: "customer" as const });
  const roles = await getTranslations("shell.roles");
  const theme = (await cookies()).get("theme")?.value;
  const { SUPPORT_URL, LEGAL_URL } = settings();
  const asked = { level: levelOf(person.role, open), accountId: open?.id ?? "", may: (feature: Feature, action: Action) => may(person, feature, action) && (feature !== "subscriptions" || seesSubscriptions(person)) };
  return {
    person: { name: person.name, email: person.email, role: roles(person.role) },
    account: open ? { id: open.id, name: open.name, kind: open.kind } : null,
    partner: isPartner ? { id: person.accountId, name: person.accountName, recentAccounts: readRecent(person.preferences[RECENT_ACCOUNTS_KEY]) } : null,
    navigation: navigationFor(asked),
    actions: actionsFor({ ...asked, hasPassword: person.method === "password" }),
    reach: isPartner ? "allAccounts" : asked.may("users", "view") ? "ownAccount" : "nothing",
    hasNotifications: person.role !== "user",
    locale: await getLocale(),
    locales: LOCALES.map(({ code, label, name }) => ({ code, label, name })),
    theme: theme === "light" || theme === "dark" ? theme : ("system" satisfies Theme),
    links: { support: SUPPORT_URL, legal: LEGAL_URL, profile: "/profile", logout: "/logout" },
  };
}

function levelOf(role: Role, open: { kind: "partner" | "customer" } | null): NavigationLevel {
  if (role === "user") return "user";
  if (!open) return "partner";
  return open.kind === "partner" ? "partnerAccount" : "account";
}
