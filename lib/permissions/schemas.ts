/** Features, actions and roles: the words in which permissions are given (safe for the browser). */

export const FEATURES = [
  "accounts",
  "account",
  "roles",
  "orders",
  "users",
  "user_templates",
  "integrations",
  "subscriptions",
  "support",
  "mivoice_business",
  "customer_care",
  "developer",
] as const;
export type Feature = (typeof FEATURES)[number];

export const ACTIONS = ["view", "add", "edit", "assign", "delete"] as const;
export type Action = (typeof ACTIONS)[number];

/** The roles that exist without anybody making them. */
export const ROLES = ["partner", "account_admin", "user"] as const;
export type Role = (typeof ROLES)[number];

/** The roles that a custom role can be made from (ROLE-06). */
export const BASE_ROLES = ["partner", "account_admin"] as const;
export type BaseRole = (typeof BASE_ROLES)[number];

/** The names that people read (USER-09, IMPORT-11). */
export const ROLE_LABELS: Record<Role, string> = { partner: "Partner", account_admin: "Account Admin", user: "User" };

export type Permission = { feature: Feature; action: Action };

/** Whether the reader of a page may do something. */
export type May = (feature: Feature, action: Action) => boolean;

/** A permission as it is stored and sent, e.g. `users.add`. */
export type Grant = `${Feature}.${Action}`;
