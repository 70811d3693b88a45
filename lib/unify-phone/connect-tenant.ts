import { callingCodes } from "#lib/users/calling-codes.ts";
import type { Db } from "#lib/db/client.ts";
import { openSecret, sealSecret } from "#lib/integrations/settings.ts";
import type { StoredSettings } from "#lib/integrations/settings.ts";
import { invalid, OperationError } from "#lib/operations/errors.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { linkTenant, UnifyPhoneError } from "./client.ts";
import type { UnifyPhoneFailure, WantedTenant } from "./client.ts";
import { inheritContact } from "./main-contact.ts";
import type { Administrator } from "./main-contact.ts";
import { PBX_OF_NEW_TENANT } from "./schemas.ts";
import type { MainContact } from "./schemas.ts";
import { beginState } from "./state.ts";

/**
 * Links the tenant whose API key was entered, or makes one with what was entered (UNIFY-08 to UNIFY-11).
 * @returns the settings with the tenant as the service has it, and its API key
 * @throws OperationError invalid at the field that is wrong, peer_failed when the service could not do it; nothing is linked then
 */
export async function connectTenant(context: OperationContext<"account">, entered: StoredSettings): Promise<StoredSettings> {
  const { account, db } = context;
  const { addedAt: since } = await db.integration.findUniqueOrThrow({ where: { accountId_key: { accountId: account.id, key: "unify_phone" } }, select: { addedAt: true } });
  const { name: company, country } = await db.account.findUniqueOrThrow({ where: { id: account.id }, select: { name: true, country: true } });
  const place = { accountId: account.id, key: "unify_phone" } as const;
  const wanted: WantedTenant = entered["isExistingTenant"] === true ? { apiKey: openSecret(place, "apiKey", entered).trim() } : { newTenant: await newTenant(context, entered, country) };
  const { tenant, apiKey } = await link({ accountId: account.id, since }, company, wanted);
  await beginState(db, account.id, tenant);
  return { ...entered, ...tenant.contact, tenantName: tenant.name, apiKey: sealSecret(place, "apiKey", apiKey) };
}

const FIELDS: Partial<Record<UnifyPhoneFailure, string>> = { unknown_key: "settings.apiKey", linked_elsewhere: "settings.apiKey", name_taken: "settings.tenantName" };

async function link(...asked: Parameters<typeof linkTenant>): ReturnType<typeof linkTenant> {
  try {
    return await linkTenant(...asked);
  } catch (error) {
    if (!(error instanceof UnifyPhoneError)) throw error;
    const field = FIELDS[error.failure];
    throw field ? invalid(error.message, field) : new OperationError("peer_failed", `${error.message} Nothing has been changed.`);
  }
}

async function newTenant(context: OperationContext<"account">, entered: StoredSettings, country: string) {
  const text = (field: keyof MainContact | "tenantName") => String(entered[field] ?? "");
  const contact = { firstName: text("firstName"), lastName: text("lastName"), email: text("email"), countryCode: text("countryCode"), phoneNumber: text("phoneNumber") };
  const codes = callingCodes("en");
  const usual = codes.find((each) => each.country === country)?.code ?? "";
  const inherited = inheritContact(contact, await administratorOf(context), codes.map(({ code }) => code), usual);
  return { name: text("tenantName"), pbx: PBX_OF_NEW_TENANT, contact: inherited };
}

/** The Account Administrator: whoever completes the set-up, if that is one of the account, else the one who was added first, else nobody. */
async function administratorOf({ account, actor, db }: OperationContext<"account">): Promise<Administrator | null> {
  const admins = await readAdmins(db, account.id);
  return admins.find(({ id }) => id === actor.userId) ?? admins[0] ?? null;
}

function readAdmins(db: Db, accountId: string): Promise<(Administrator & { id: string })[]> {
  return db.user.findMany({ where: { accountId, role: "account_admin", disabledAt: null }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { id: true, firstName: true, lastName: true, email: true, mobileNumber: true } });
}
