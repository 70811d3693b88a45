/** Support logs as every door sees them (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";

/** The CloudLink applications that an issue can be reported with. */
export const PRODUCTS = ["Mitel One Web", "Mitel One Mobile", "MiTeam Meetings", "MiCollab", "MiCC", "Mitel Voice Assist", "Mitel Administration"] as const;
export type Product = (typeof PRODUCTS)[number];

/** What the application runs on. */
export const PLATFORMS = ["web", "desktop", "android", "ios"] as const;
export type Platform = (typeof PLATFORMS)[number];

export const LOG_LEVELS = ["error", "warning", "info", "debug"] as const;

/** LOGS-10, LOGS-24. */
export const SUPPORT_LOG_STATES = ["open", "reported", "resolved"] as const;
export type SupportLogState = (typeof SUPPORT_LOG_STATES)[number];

/** The images that a browser may show; everything else is text, and only ever downloaded. */
export const IMAGE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export const MAX_ATTACHMENTS = 5;
/** Of one attached file and of one log, in bytes. A request as a whole is limited by its door. */
export const MAX_ATTACHMENT_BYTES = 2 * 1024 * 1024;
/** What one person may report in 24 hours: enough for a bad day, and too little to fill a database with. */
export const MAX_REPORTS_PER_DAY = 50;

const MEGABYTES = MAX_ATTACHMENT_BYTES / 1024 / 1024;
const upTo = (max: number) => `At most ${max.toLocaleString("en")} characters.`;
const line = (max: number, missing: string) => z.string(missing).trim().min(1, missing).max(max, upTo(max)).regex(/^\P{Cc}*$/u, "Please use one line, without control characters.");
const text = (max: number) => z.string().max(max, upTo(max));

/** Names and values, in the order in which the application tells them. */
const Facts = z.record(line(100, "Please name every value."), text(2_000)).refine((facts) => Object.keys(facts).length <= 50, "At most 50 values.");

/** Of a name that could lead out of a folder nothing is taken. */
const FileName = line(200, "Please give the file a name.").refine((name) => !/[/\\:*?"<>|]/.test(name) && !name.startsWith("."), 'A file name has none of / \\ : * ? " < > | and does not begin with a full stop.');

/** LOGS-03: an issue as the application of a user reports it. `content` of an attachment is base64. */
export const AddSupportLogInput = z
  .object({
    product: z.enum(PRODUCTS, `Please name one of these applications: ${PRODUCTS.join(", ")}.`),
    platform: z.enum(PLATFORMS).default("web"),
    title: line(200, "Please enter a title."),
    topic: line(100, "Please enter a topic."),
    description: z.string("Please describe the issue.").trim().min(1, "Please describe the issue.").max(10_000, upTo(10_000)),
    logLevel: z.enum(LOG_LEVELS).default("info"),
    log: text(MAX_ATTACHMENT_BYTES).default(""),
    sipLog: text(MAX_ATTACHMENT_BYTES).default(""),
    userDetails: Facts.default({}),
    deviceDetails: Facts.default({}),
    errorInformation: text(100_000).default(""),
    signalStrength: text(100_000).default(""),
    attachments: z
      .array(z.object({ fileName: FileName, content: z.string().max(Math.ceil(MAX_ATTACHMENT_BYTES / 3) * 4, `A file has at most ${MEGABYTES} MB.`) }))
      .max(MAX_ATTACHMENTS, `At most ${MAX_ATTACHMENTS} files.`)
      .default([]),
  })
  .refine(({ product, platform }) => product !== "Mitel One Mobile" || platform === "android" || platform === "ios", { path: ["platform"], message: "Mitel One Mobile runs on android or ios." })
  .refine(({ signalStrength, platform }) => signalStrength === "" || platform === "android", { path: ["signalStrength"], message: "Signal strength is taken of android devices only." })
  .refine(({ sipLog, logLevel }) => sipLog === "" || logLevel === "debug", { path: ["sipLog"], message: "SIP logs are taken with the log level debug only." });
export type AddSupportLogInput = z.infer<typeof AddSupportLogInput>;

export const SupportLogItem = z.object({
  id: z.uuid(),
  product: z.enum(PRODUCTS),
  createdAt: z.iso.datetime(),
  reporterEmail: z.string(),
  title: z.string(),
  state: z.enum(SUPPORT_LOG_STATES),
});
export type SupportLogItem = z.infer<typeof SupportLogItem>;

export const SupportLogFilter = z.object({
  /** Part of a title, and of nothing else (LOGS-06, LOGS-07). */
  search: ListQuery.shape.search,
  product: z.enum(PRODUCTS).optional(),
  state: z.enum(SUPPORT_LOG_STATES).optional(),
});
export type SupportLogFilter = z.infer<typeof SupportLogFilter>;

export const SUPPORT_LOG_COLUMNS = ["product", "created", "reporter", "title", "state"] as const;
export type SupportLogColumn = (typeof SUPPORT_LOG_COLUMNS)[number];

export const FindSupportLogsInput = ListQuery.extend(SupportLogFilter.shape).extend({
  sort: z.templateLiteral([z.enum(["", "-"]), z.enum(SUPPORT_LOG_COLUMNS)]).default("-created"),
});
export type FindSupportLogsInput = z.infer<typeof FindSupportLogsInput>;

/** `products`: the applications with issues of the past 60 days, the choices of the filter (LOGS-09). */
export const SupportLogPage = listPage(SupportLogItem).extend({ products: z.array(z.enum(PRODUCTS)) });
export type SupportLogPage = z.infer<typeof SupportLogPage>;

/** "log" and "sip" are what the application wrote down, "file" is what the reporter attached. */
export const AttachmentView = z.object({
  id: z.uuid(),
  kind: z.enum(["log", "sip", "file"]),
  fileName: z.string(),
  contentType: z.enum([...IMAGE_TYPES, "text/plain"]),
  size: z.number().int(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;

/** LOGS-11 to LOGS-18. `partnerId` is the number by which MiAccess knows the partner. */
export const SupportLogView = SupportLogItem.extend({
  platform: z.enum(PLATFORMS),
  topic: z.string(),
  description: z.string(),
  logLevel: z.enum(LOG_LEVELS),
  userDetails: z.record(z.string(), z.string()),
  deviceDetails: z.record(z.string(), z.string()),
  errorInformation: z.string(),
  signalStrength: z.string(),
  partnerId: z.string(),
  accountId: z.uuid(),
  userId: z.uuid(),
  attachments: z.array(AttachmentView),
  notes: z.string(),
  version: z.number().int(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
});
export type SupportLogView = z.infer<typeof SupportLogView>;

/** What a partner keeps of a log (LOGS-27). */
export const PartnerSupport = z.object({ state: z.enum(SUPPORT_LOG_STATES), notes: z.string().trim().max(10_000, upTo(10_000)) });
export type PartnerSupport = z.infer<typeof PartnerSupport>;

/** Only what is given is changed; `version` is the one the form was filled from. */
export const UpdateSupportLogInput = z.object({ logId: z.uuid(), version: z.number().int(), ...PartnerSupport.partial().shape });
