/** The settings of one process, parsed once from the environment. A wrong one stops the start with a sentence that names it. */
import { z } from "zod";

const Settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Where the embedded database, the peers and the generated secrets keep what they hold. */
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections this process keeps to the database at most. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** The address people reach the portal at; links in mails begin with it. */
  PORTAL_URL: z.url({ protocol: /^https?$/ }),
  /** The address of the host that directories (SCIM) reach, where it is another one than the portal's; "{region}" stands for the account's: eu, us or ap. */
  ADMIN_API_URL: z.string().regex(/^https?:\/\/\S+$/, "must be an address").optional(),
  /** Signs session cookies; at least 32 characters. */
  AUTH_SECRET: z.string().min(32),
  /** Seals the credentials of network elements: 32 bytes in base64 (AES-256-GCM). */
  SEAL_KEY: z.base64().refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64"),
  MIACCESS_ISSUER: z.url(),
  MIACCESS_CLIENT_ID: z.string().min(1),
  MIACCESS_CLIENT_SECRET: z.string().min(1),
  /** The service through which CloudLink gateways are reached, and how the portal signs in there; without it none can be onboarded. */
  CLOUDLINK_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  CLOUDLINK_GATEWAY_USERNAME: z.string().default(""),
  CLOUDLINK_GATEWAY_PASSWORD: z.string().default(""),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3).default("Mitel Administration <no-reply@administration.example>"),
  /** Where the page footer's "Support" and "Legal" lead (NAV-09, NAV-10). */
  SUPPORT_URL: z.url().default("https://www.mitel.com/document-center"),
  LEGAL_URL: z.url().default("https://www.mitel.com/legal"),
  /** Where the welcome mail says the PC client is to be had (ACDADD-27). */
  CLIENT_DOWNLOAD_URL: z.url().default("https://www.mitel.com/support/software-downloads"),
  /** How often the support contacts are reminded of a support log that is still open, in days (OP1-50). */
  SUPPORT_REMINDER_DAYS: z.coerce.number().min(0.01).max(365).default(7),
  /** How many months of event history are kept before the current one; 0 keeps all. */
  EVENT_RETENTION_MONTHS: z.coerce.number().int().min(0).max(1_200).default(0),
  /** Where the interface of Twilio is (INT-17). */
  TWILIO_URL: z.url({ protocol: /^https?$/ }).default("https://api.twilio.com"),
  /** The applications that people open from the portal, and the secret that each shares with it; one without an address can not be opened. */
  WORKFLOW_STUDIO_URL: z.url({ protocol: /^https?$/ }).optional(),
  WORKFLOW_STUDIO_SECRET: z.string().min(32).optional(),
  MEETINGS_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEETINGS_SECRET: z.string().min(32).optional(),
  /** The service that answers the calls of Voice Assist, and the secret that it shares with the portal. */
  VOICE_ASSIST_URL: z.url({ protocol: /^https?$/ }).optional(),
  VOICE_ASSIST_SECRET: z.string().min(32).optional(),
  /** The Unify Phone service with its tenants, and the secret that it shares with the portal. */
  UNIFY_PHONE_URL: z.url({ protocol: /^https?$/ }).optional(),
  UNIFY_PHONE_SECRET: z.string().min(32).optional(),
  /** Longest wait for one answer of a peer, in milliseconds. */
  PEER_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(10_000),
  /** How many proxies of our own stand in front of the portal; each adds the address of who asked it to X-Forwarded-For. */
  PROXIES: z.coerce.number().int().min(1).max(10).default(1),
  /** Requests that one session or API key may make of one web process in a minute: reads, and changes. */
  READS_PER_MINUTE: z.coerce.number().int().min(1).default(3_000),
  WRITES_PER_MINUTE: z.coerce.number().int().min(1).default(1_500),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Settings = z.infer<typeof Settings>;

type Environment = Record<string, string | undefined>;

/**
 * Reads settings of some shape out of an environment; an empty one counts as not set.
 * @throws Error with one line per wrong setting; values are never repeated, since some are secrets.
 */
export function readEnvironment<Shape extends z.ZodType>(shape: Shape, environment: Environment): z.output<Shape> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings are missing or wrong:\n  ${lines.join("\n  ")}`);
}

/** Reads the settings of a process out of an environment; throws as `readEnvironment` does. */
export function parseSettings(environment: Environment): Settings {
  return readEnvironment(Settings, environment);
}

let current: Settings | undefined;

/** The settings of this process, parsed at the first call. */
export function settings(): Settings {
  current ??= parseSettings(process.env);
  return current;
}
