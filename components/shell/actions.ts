/** What can be begun from anywhere by its name, as data. What a person may not do is absent. Pure. */
import type { Action, Feature } from "#lib/permissions/schemas.ts";
import type { NavigationLevel } from "./navigation.ts";

type ActionId = "addAccount" | "addUser" | "importUsers" | "newTemplate" | "connectElements" | "changePassword";

/** Something to begin; its label is the message "actions.<id>". */
export type ShellAction = { id: ActionId; href: string };

type Asked = {
  level: NavigationLevel;
  /** The account whose pages are open; not read at the other levels. */
  accountId: string;
  may: (feature: Feature, action: Action) => boolean;
  /** Who came from MiAccess has no password here (DASH-13). */
  hasPassword: boolean;
};

/** The actions of one person at one level; those of an account are there while it is open. */
export function actionsFor({ level, accountId, may, hasPassword }: Asked): ShellAction[] {
  const of = (path: string) => `/accounts/${accountId}/${path}`;
  const inAccount: [ShellAction, allowed: boolean][] = [
    [{ id: "addUser", href: of("users/new") }, may("users", "add")],
    [{ id: "importUsers", href: of("users/import") }, may("users", "add")],
    [{ id: "newTemplate", href: of("templates/new") }, may("user_templates", "add")],
    [{ id: "connectElements", href: of("integrations/network-elements") }, may("integrations", "add")],
  ];
  const all: [ShellAction, allowed: boolean][] = [
    ...(level === "account" ? inAccount : []),
    [{ id: "addAccount", href: "/accounts/new" }, may("accounts", "add")],
    [{ id: "changePassword", href: "/profile#password" }, hasPassword],
  ];
  return all.filter(([, allowed]) => allowed).map(([action]) => action);
}
