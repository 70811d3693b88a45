import { z } from "zod";
import { SENTENCES } from "#lib/messages/sentences.ts";
import { ROLES } from "#lib/permissions/schemas.ts";
import { NewPassword } from "#lib/registration/schemas.ts";
import { SERVICES_STATES } from "#lib/users/schemas.ts";

export const MeView = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  /** The custom role that narrows it; empty for the built-in one. */
  customRole: z.string(),
  /** A partner who sees only the customer accounts assigned to them. */
  accountManager: z.boolean(),
  accountId: z.uuid(),
  accountName: z.string(),
  language: z.string(),
  timeZone: z.string(),
  /** How the person signed in; who came from MiAccess has no password here (DASH-13). */
  method: z.enum(["password", "miaccess", "api_key", "delegated"]),
  /** What the person may do, e.g. `users.add`. */
  permissions: z.array(z.string()),
});
export type MeView = z.infer<typeof MeView>;

export const ChangePasswordInput = z.object({
  currentPassword: z.string().min(1, SENTENCES.currentPasswordMissing).max(1_000),
  password: NewPassword,
});

export const ApiKeyView = z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() });
export type ApiKeyView = z.infer<typeof ApiKeyView>;
export const AddApiKeyInput = z.object({ name: z.string().trim().min(1, SENTENCES.keyNameMissing).max(100, SENTENCES.keyNameTooLong) });
/** The key itself is in this answer and nowhere else. */
export const NewApiKey = ApiKeyView.extend({ key: z.string() });
export type NewApiKey = z.infer<typeof NewApiKey>;

const MAX_PREFERENCE = 8_192;

/** How somebody likes a page; the page says what the value means. `key` names the page, e.g. `users`. */
export const PreferenceInput = z.object({
  key: z.string().regex(/^[a-z][a-z0-9.-]{0,49}$/, "A preference is named in lower case letters, digits, dots and hyphens."),
  value: z.json().refine((value) => JSON.stringify(value).length <= MAX_PREFERENCE, "That is too much to remember."),
});

export const UpdateMeInput = z.object({ language: z.string().max(20) });

/** A session of the person's own; `current` is the one that asks. */
export const OwnSession = z.object({
  id: z.uuid(),
  method: z.enum(["password", "miaccess"]),
  userAgent: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

/** A phone number of the person's own, with what stands behind it. */
export const OwnPhone = z.object({
  number: z.string(),
  isPrimary: z.boolean(),
  serviceLabel: z.string(),
  /** What rings: any phone the person signs in at, a program, or a device of `deviceType`. */
  device: z.enum(["hot_desk", "softphone", "phone"]),
  deviceType: z.string(),
  directNumber: z.string(),
  voicemail: z.boolean(),
  /** Also works outside of the office. */
  teleworker: z.boolean(),
});
export type OwnPhone = z.infer<typeof OwnPhone>;

/** How the person sets up the client; the PIN is asked for apart. */
export const OwnDeployment = z.object({ elementId: z.uuid(), link: z.string(), profile: z.string(), deployedAt: z.iso.datetime() });
export type OwnDeployment = z.infer<typeof OwnDeployment>;

export const OwnHome = z.object({
  services: z.enum(SERVICES_STATES),
  phones: z.array(OwnPhone),
  client: z.object({ userName: z.string(), deskPhone: z.string(), softPhone: z.string() }).nullable(),
  deployments: z.array(OwnDeployment),
  agents: z.array(z.object({ agentNumber: z.string(), skillGroups: z.array(z.string()) })),
});
export type OwnHome = z.infer<typeof OwnHome>;
