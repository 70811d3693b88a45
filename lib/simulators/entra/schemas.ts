/** What the simulated Microsoft Entra ID holds: people, attribute mappings, and how provisioning is set up. */
import { z } from "zod";

const Text = z.string().trim().max(300);

/** The attributes of a person that mappings can take. */
export const PERSON_FIELDS = [
  "userPrincipalName",
  "displayName",
  "givenName",
  "surname",
  "mail",
  "jobTitle",
  "preferredLanguage",
  "mobile",
  "telephoneNumber",
  "otherTelephone",
  "otherMail",
  "role",
  "physicalDeliveryOfficeName",
  "streetAddress",
  "city",
  "state",
  "postalCode",
  "country",
  "mailNickname",
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

const fieldsOf = <Shape extends z.ZodType>(shape: Shape) => z.object(Object.fromEntries(PERSON_FIELDS.map((field) => [field, shape])) as Record<PersonField, Shape>);

export const PersonBody = fieldsOf(Text.default("")).extend({
  userPrincipalName: z.string().trim().min(1).max(300),
  /** Whether the person may sign in; forms send "on" or nothing. */
  accountEnabled: z.boolean().default(true),
  softDeleted: z.boolean().default(false),
  /** Assigned to the SCIM application; nobody else is provisioned (AADC-02). */
  assigned: z.boolean().default(false),
}).strict();
export const PersonChanges = fieldsOf(Text).extend({ accountEnabled: z.boolean(), softDeleted: z.boolean(), assigned: z.boolean() }).partial().strict();

/** `changedAt` counts up with every change: an incremental cycle takes those beyond the last one. */
export type Person = z.output<typeof PersonBody> & { objectId: string; changedAt: number };

export const MappingBody = z.object({
  /** An attribute, or an expression of Join and Switch. */
  source: z.string().trim().min(1).max(500),
  target: z.string().trim().min(1).max(200),
  /** 1 for the attribute by which people are matched. */
  matching: z.number().int().min(1).nullable().default(null),
});
export type Mapping = z.output<typeof MappingBody>;

export const SettingsBody = z
  .object({
    mode: z.enum(["Manual", "Automatic"]),
    tenantUrl: z.string().trim(),
    secretToken: z.string().trim(),
    groupsEnabled: z.boolean(),
    userMappings: z.array(MappingBody),
    timeoutMs: z.number().int().min(100).max(60_000),
  })
  .partial()
  .strict();

/** What one cycle did. */
export type CycleResult = { kind: "initial" | "incremental" | "on demand"; startedAt: string; finishedAt: string; provisioned: number; failed: number };

export type EntraSettings = Required<z.output<typeof SettingsBody>> & {
  /** Mappings that were edited and not saved yet. */
  draft: Mapping[] | null;
  provisioning: "stopped" | "running";
  /** The last change that a cycle has seen; 0 before the initial one. */
  seen: number;
  /** Counts changes of people. */
  changes: number;
  lastCycle: CycleResult | null;
  /** Cycles in a row in which somebody failed. */
  failedCycles: number;
  nextCycleAt: string | null;
};

/** Whom the application knows: which user of the target a person is, and what was sent of them last. */
export type Target = {
  objectId: string;
  /** Given by the target; empty until the person was matched or created there (AADC-07). */
  id: string;
  sent: Record<string, string>;
  failed: boolean;
  /** Deleted here for good; to be deleted there. */
  gone: boolean;
};

export type LogEntry = { key: string; at: string; name: string; action: string; status: "Success" | "Failure" | "Skipped"; detail: string };
