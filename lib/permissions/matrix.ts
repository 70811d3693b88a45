/** What each built-in role may do, as data (PERM-01, PERM-02; a User administers nothing, OP1-36). */
import type { Action, Feature, Permission, Role } from "./schemas.ts";

const GRANTS: Record<Role, Partial<Record<Feature, readonly Action[]>>> = {
  partner: {
    accounts: ["view", "add", "edit", "delete"],
    // Inside a customer account a partner acts as its administrator (DASH-14).
    account: ["view", "edit"],
    roles: ["view", "add", "edit", "assign", "delete"],
    orders: ["view"],
    users: ["view", "add", "edit", "delete"],
    user_templates: ["view", "add", "edit", "delete"],
    integrations: ["view", "add", "edit", "delete"],
    subscriptions: ["view", "add"],
    support: ["view"],
    mivoice_business: ["view"],
  },
  account_admin: {
    account: ["view", "edit"],
    users: ["view", "add", "edit", "delete"],
    user_templates: ["view", "add", "edit", "delete"],
    roles: ["view", "assign"],
    integrations: ["view", "add", "edit", "delete"],
    subscriptions: ["view"],
    support: ["view"],
    mivoice_business: ["view"],
  },
  user: {},
};

/** Whether a role holds a permission. What is not granted here is refused. */
export function roleMay(role: Role, { feature, action }: Permission): boolean {
  return GRANTS[role][feature]?.includes(action) ?? false;
}

/** Everything a role may do, for the UI to show only what works. */
export function permissionsOf(role: Role): Permission[] {
  return Object.entries(GRANTS[role]).flatMap(([feature, actions]) => actions.map((action) => ({ feature: feature as Feature, action })));
}
