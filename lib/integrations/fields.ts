/** The fields of an integration's settings, as data, and the shape that they make; what a page shows and what the server takes are one (safe for the browser). */
import { z } from "zod";

/** Depends on a checkbox of the same form. */
type Condition = { field: string; is: boolean };

type FieldCommon = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** Not on the page otherwise, and then neither asked for nor kept. */
  shownWhen?: Condition;
  /** Can not be filled in otherwise, and is then neither asked for nor kept. */
  enabledWhen?: Condition;
};

export const TEXT_FORMATS = ["any", "email", "web_address", "ip_address", "digits", "country_code", "phone_number", "uuid", "pem", "twilio_account_sid"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export type FieldDeclaration = FieldCommon &
  (
    | { kind: "text"; format?: TextFormat; multiline?: boolean; max?: number }
    /** Sealed when it is stored and never given out again; left empty, the stored one stays (INT-16). */
    | { kind: "secret" }
    | { kind: "checkbox"; initial: boolean }
    | { kind: "switch"; initial: boolean }
    | { kind: "choice"; options: readonly { value: string; label: string }[] }
    | { kind: "time_zone" }
  );

export type SettingValue = string | boolean;
export type SettingValues = Record<string, SettingValue>;

const LONGEST_TEXT = 200;
const LONGEST_SECRET = 500;
const LONGEST_PEM = 50_000;

const FORMATS: Record<TextFormat, { test: (text: string) => boolean; message: string }> = {
  any: { test: () => true, message: "" },
  email: { test: (text) => z.email().safeParse(text).success, message: "Please enter an e-mail address, like name@company.com." },
  web_address: { test: (text) => z.url({ protocol: /^https?$/ }).safeParse(text).success, message: "Please enter a web address that begins with https:// or http://." },
  ip_address: { test: (text) => z.union([z.ipv4(), z.ipv6()]).safeParse(text).success, message: "Please enter an IP address, like 192.168.10.20." },
  digits: { test: (text) => /^\+?\d{1,20}$/.test(text), message: "Please enter digits only, with a leading + if there is one." },
  country_code: { test: (text) => /^\+?\d{1,4}$/.test(text), message: "Please enter a country code, like +49." },
  phone_number: { test: (text) => /^[\d ()/-]{3,30}$/.test(text), message: "Please enter a phone number without its country code." },
  uuid: { test: (text) => z.guid().safeParse(text).success, message: "Please enter an ID of 32 digits, like 12345678-90ab-cdef-1234-567890abcdef." },
  twilio_account_sid: { test: (text) => /^AC[0-9a-f]{32}$/i.test(text), message: "Please enter an Account SID: AC and 32 digits or letters from a to f, as the Twilio console shows it." },
  pem: {
    test: (text) => /^(-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/.test(text),
    message: "Please paste certificates in PEM format, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.",
  },
};

/** A choice that was taken back is none. */
const Choice = z
  .string()
  .nullable()
  .transform((chosen) => chosen ?? "");

function shapeOfField(field: FieldDeclaration): z.ZodType<SettingValue, SettingValue | null> {
  if (field.kind === "checkbox" || field.kind === "switch") return z.boolean();
  if (field.kind === "secret") return z.string().max(LONGEST_SECRET, `At most ${LONGEST_SECRET} characters.`);
  if (field.kind === "choice") {
    const values = new Set(field.options.map(({ value }) => value));
    return Choice.refine((value) => value === "" || values.has(value), "Please choose one of the list.");
  }
  if (field.kind === "time_zone") return Choice.refine((zone) => zone === "" || isTimeZone(zone), "Please choose a time zone.");
  const format = FORMATS[field.format ?? "any"];
  const longest = field.max ?? (field.format === "pem" ? LONGEST_PEM : LONGEST_TEXT);
  return z
    .string()
    .trim()
    .max(longest, `At most ${longest} characters.`)
    .refine((text) => text === "" || format.test(text), format.message || undefined);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Whether a field counts, given what else was filled in. Pure. */
export function isAsked({ shownWhen, enabledWhen }: FieldDeclaration, values: Readonly<Record<string, unknown>>): boolean {
  return [shownWhen, enabledWhen].every((condition) => condition === undefined || (values[condition.field] === true) === condition.is);
}

type ShapeOptions = {
  /** What is required may still be missing: it is kept until the set-up can go on. */
  draft: boolean;
  /** Secrets that are stored already, which may be left empty. */
  keptSecrets: readonly string[];
};

/** The shape of the settings that these fields make. */
export function shapeOf(fields: readonly FieldDeclaration[], { draft, keptSecrets }: ShapeOptions): z.ZodType<SettingValues, Record<string, SettingValue | null>> {
  const shape = z.object(Object.fromEntries(fields.map((field) => [field.name, shapeOfField(field)])));
  return shape.superRefine((values, context) => {
    for (const field of fields) {
      const missing = field.required && values[field.name] === "" && !keptSecrets.includes(field.name);
      if (missing && !draft && isAsked(field, values)) context.addIssue({ code: "custom", path: [field.name], message: `Please fill in ${field.label.replace(/:$/, "")}.` });
    }
  });
}

/** What the fields hold before anybody has filled them in. */
export function initialValues(fields: readonly FieldDeclaration[]): SettingValues {
  return Object.fromEntries(fields.map((field) => [field.name, "initial" in field ? field.initial : ""]));
}

/** What is kept of filled-in fields: those that do not count go back to their beginning. */
export function tidyValues(fields: readonly FieldDeclaration[], values: SettingValues): SettingValues {
  const initial = initialValues(fields);
  return Object.fromEntries(fields.map((field) => [field.name, isAsked(field, values) ? values[field.name]! : initial[field.name]!]));
}
