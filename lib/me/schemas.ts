import { z } from "zod";
import { ACTIONS, FEATURES, ROLES } from "#lib/permissions/schemas.ts";
import { NewPassword } from "#lib/registration/schemas.ts";

export const Permissions = z.array(z.object({ feature: z.enum(FEATURES), action: z.enum(ACTIONS) }));

export const MeView = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  accountId: z.uuid(),
  accountName: z.string(),
  language: z.string(),
  timeZone: z.string(),
  /** How the person signed in; who came from MiAccess has no password here (DASH-13). */
  method: z.enum(["password", "miaccess", "api_key"]),
  permissions: Permissions,
});
export type MeView = z.infer<typeof MeView>;

export const ChangePasswordInput = z.object({
  currentPassword: z.string().min(1, "Please enter your current password.").max(1_000),
  password: NewPassword,
});

export const ApiKeyView = z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() });
export const AddApiKeyInput = z.object({ name: z.string().trim().min(1, "Please name the key.").max(100, "At most 100 characters.") });
/** The key itself is in this answer and nowhere else. */
export const NewApiKey = ApiKeyView.extend({ key: z.string() });

export const PREFERENCE_KEYS = ["users", "accounts", "templates", "service-roles", "network-elements", "plans", "runs", "drift", "events", "imports", "shell"] as const;
export const PreferenceInput = z.object({
  key: z.enum(PREFERENCE_KEYS),
  value: z.record(z.string().max(50), z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(50)).max(50)])),
});
