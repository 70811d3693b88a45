/** The passwords and passcodes that a template gives to its users ("Use this value"): sealed beside its values, never told again. */
import { z } from "zod";
import { sealKey } from "#lib/crypto/seal-key.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { SECRET_FIELDS, TemplateValues } from "./schemas.ts";
import type { HeldSecrets, SecretField } from "./schemas.ts";

/** The template that a secret belongs to; copied to another row it does not open. */
export type SecretOwner = { accountId: string; templateId: string };

/** The secrets in the open; empty where there is none. They stay within one operation. */
export type Secrets = Record<SecretField, string>;

export const NO_SECRETS: Secrets = { password: "", tuiPasscode: "" };

/** What a template makes passwords and passcodes by. */
export type SecretRules = Record<SecretField, TemplateValues["user"]["password"]>;

type StoredTemplate = TemplateValues & { secrets: Partial<Secrets> };

const Sealed = z.object({ secrets: z.object({ password: z.string(), tuiPasscode: z.string() }).partial().default({}) });

/** Which secrets the stored values hold; nothing is opened for that. */
export function heldSecrets(stored: unknown): HeldSecrets {
  const { secrets } = Sealed.parse(stored);
  return { password: secrets.password !== undefined, tuiPasscode: secrets.tuiPasscode !== undefined };
}

/** Opens the secrets of stored values, to seal them for another template or to compare. */
export function openSecrets(stored: unknown, owner: SecretOwner): Secrets {
  const { secrets } = Sealed.parse(stored);
  const open = (field: SecretField) => {
    const sealed = secrets[field];
    return sealed === undefined ? "" : unseal(Buffer.from(sealed, "base64"), sealKey(), purposeOf(owner, field));
  };
  return { password: open("password"), tuiPasscode: open("tuiPasscode") };
}

/** The secrets that a template has with new values: an empty input keeps what it had, another choice drops it. */
export function secretsOf({ user }: TemplateValues, earlier: Secrets): Secrets {
  const kept = (field: SecretField) => (user[field].mode === "value" ? user[field].value || earlier[field] : "");
  return { password: kept("password"), tuiPasscode: kept("tuiPasscode") };
}

/** Which of the secrets there are. */
export function heldOf(secrets: Secrets): HeldSecrets {
  return { password: secrets.password !== "", tuiPasscode: secrets.tuiPasscode !== "" };
}

/** The values as they may be shown: no secret is in them. */
export function withoutSecrets(values: TemplateValues): TemplateValues {
  const { password, tuiPasscode } = values.user;
  return { ...values, user: { ...values.user, password: { ...password, value: "" }, tuiPasscode: { ...tuiPasscode, value: "" } } };
}

/** The values as they are stored: every secret sealed for its owner, and none in the open. */
export function toStored(values: TemplateValues, secrets: Secrets, owner: SecretOwner): StoredTemplate {
  const sealed = SECRET_FIELDS.filter((field) => secrets[field] !== "").map((field) => [field, Buffer.from(seal(secrets[field], sealKey(), purposeOf(owner, field))).toString("base64")]);
  return { ...withoutSecrets(values), secrets: Object.fromEntries(sealed) as Partial<Secrets> };
}

/**
 * How the stored values of a template make the password and the passcode of its users, with the value in the open: only
 * for whoever sets them on a phone system.
 */
export function openSecretRules(stored: unknown, accountId: string, templateId: string): SecretRules {
  const { user } = TemplateValues.parse(stored);
  const secrets = openSecrets(stored, { accountId, templateId });
  return {
    password: { mode: user.password.mode, value: secrets.password },
    tuiPasscode: { mode: user.tuiPasscode.mode, value: secrets.tuiPasscode },
  };
}

function purposeOf({ accountId, templateId }: SecretOwner, field: SecretField): string {
  return `template secret ${accountId} ${templateId} ${field}`;
}
