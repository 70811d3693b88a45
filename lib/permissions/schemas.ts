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
] as const;
export type Feature = (typeof FEATURES)[number];

export const ACTIONS = ["view", "add", "edit", "assign", "delete"] as const;
export type Action = (typeof ACTIONS)[number];

export const ROLES = ["partner", "account_admin", "user"] as const;
export type Role = (typeof ROLES)[number];

/** The names that people read (USER-09, IMPORT-11). */
export const ROLE_LABELS: Record<Role, string> = { partner: "Partner", account_admin: "Account Admin", user: "User" };

export type Permission = { feature: Feature; action: Action };
