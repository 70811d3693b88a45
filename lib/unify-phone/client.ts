/** Speaks to the Unify Phone service: of links as the portal, of a tenant by its API key. */
import { z } from "zod";
import { settings } from "#lib/config/settings.ts";
import { exchange, jsonOf, NoAnswer } from "#lib/http/exchange.ts";
import { Tenant } from "./schemas.ts";
import type { MainContact, PbxKind } from "./schemas.ts";

/** One asking of the service may not tell of more at once. */
const AT_ONCE = 1000;
/** No PBX has more users; a list that never ends is not one of the service's. */
const MOST_PAGES = 200;

/**
 * Why the service did not do what it was asked.
 * - `unknown_key`: it knows no tenant with this API key
 * - `name_taken`: another tenant has the name
 * - `linked_elsewhere`: the tenant is linked to another account
 * - `unreachable`: there was no answer, or none of the service's
 * - `busy`: it can not now (429, 5xx)
 * - `refused`: it refuses for another reason
 * - `not_connected`: this portal has no such service
 */
export type UnifyPhoneFailure = "unknown_key" | "name_taken" | "linked_elsewhere" | "unreachable" | "busy" | "refused" | "not_connected";

/** `message` is a sentence for a person; it never holds an API key. */
export class UnifyPhoneError extends Error {
  readonly failure: UnifyPhoneFailure;

  constructor(failure: UnifyPhoneFailure, message: string) {
    super(message);
    this.name = "UnifyPhoneError";
    this.failure = failure;
  }

  /** Whether the same may succeed later by itself. */
  get mayPass(): boolean {
    return this.failure === "unreachable" || this.failure === "busy";
  }
}

/** A link of an account. `since` is when the integration was added, so that a link of it asked for twice is one, and none of an earlier integration. */
export type LinkId = { accountId: string; since: Date };
/** A tenant that is there, by its API key, or one that is to be made. */
export type WantedTenant = { apiKey: string } | { newTenant: { name: string; pbx: PbxKind; contact: MainContact } };
export type License = { email: string; chat: boolean };

const Linked = z.object({ tenant: Tenant, apiKey: z.string().min(1) });
const ToldTenant = Tenant.extend({ linkedAccount: z.string().nullable() });
const LicensePage = z.object({ items: z.array(z.object({ email: z.string(), chat: z.boolean() })), next: z.string().nullable() });
const Failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Links a tenant to an account (UNIFY-08, UNIFY-11); asked for again it is the same. @throws UnifyPhoneError */
export async function linkTenant(link: LinkId, company: string, wanted: WantedTenant): Promise<z.output<typeof Linked>> {
  return parse(Linked, await ask("PUT", pathOf(link), { as: portal(), body: { company, ...wanted } }));
}

/** Ends a link: licenses are revoked, the tenant stays (UNIFY-21, UNIFY-22). One that is over is success. @throws UnifyPhoneError */
export async function endLink(link: LinkId): Promise<void> {
  await ask("DELETE", pathOf(link), { as: portal() });
}

/** The tenant of an API key, with the account that it is linked to. @throws UnifyPhoneError */
export async function readTenant(apiKey: string): Promise<z.output<typeof ToldTenant>> {
  return parse(ToldTenant, await ask("GET", "/api/v1/tenant", { as: `Bearer ${apiKey}` }));
}

/** Everybody to whom the PBX of a tenant has given a license, page by page. @throws UnifyPhoneError */
export async function readLicenses(apiKey: string): Promise<License[]> {
  const licenses: License[] = [];
  let after = "";
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = parse(LicensePage, await ask("GET", `/api/v1/tenant/licenses?${new URLSearchParams({ after, limit: String(AT_ONCE) })}`, { as: `Bearer ${apiKey}` }));
    licenses.push(...items);
    if (next === null) return licenses;
    after = next;
  }
  throw notUnifyPhone();
}

/** Says who of the licensed are users of the account, and so have CloudLink Chat (UNIFY-01, UNIFY-02). @throws UnifyPhoneError */
export async function setChat(apiKey: string, change: { on: readonly string[]; off: readonly string[] }): Promise<void> {
  const parts = Math.ceil(Math.max(change.on.length, change.off.length) / AT_ONCE);
  for (let part = 0; part < parts; part += 1) {
    const [on, off] = [change.on, change.off].map((emails) => emails.slice(part * AT_ONCE, (part + 1) * AT_ONCE));
    await ask("PATCH", "/api/v1/tenant/chat", { as: `Bearer ${apiKey}`, body: { on, off } });
  }
}

function pathOf({ accountId, since }: LinkId): string {
  return `/api/v1/accounts/${accountId}/links/${encodeURIComponent(since.toISOString())}`;
}

function portal(): string {
  return `Basic ${Buffer.from(`portal:${settings().UNIFY_PHONE_SECRET ?? ""}`).toString("base64")}`;
}

async function ask(method: string, path: string, { as, body }: { as: string; body?: object }): Promise<unknown> {
  const { UNIFY_PHONE_URL: url, UNIFY_PHONE_SECRET: secret } = settings();
  if (!url || !secret) throw new UnifyPhoneError("not_connected", "Unify Phone is not connected to this portal.");
  const headers = { authorization: as, accept: "application/json", "content-type": "application/json" };
  try {
    const { status, text } = await exchange(`${url.replace(/\/+$/, "")}${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (status === 200 || status === 204) return jsonOf(text);
    throw refusalOf(status, text);
  } catch (error) {
    throw error instanceof NoAnswer ? new UnifyPhoneError("unreachable", error.sentence("Unify Phone")) : error;
  }
}

const KNOWN: Record<string, [UnifyPhoneFailure, string]> = {
  unknown_api_key: ["unknown_key", "Unify Phone knows no tenant with this API key. The tab Telephony connector of the Unify Phone administration app shows it."],
  name_taken: ["name_taken", "A Unify Phone tenant of this name exists already. Choose another name, or link that tenant by its API key."],
  tenant_linked: ["linked_elsewhere", "The tenant with this API key is linked to another account. It has to be removed there first."],
};

function refusalOf(status: number, text: string): UnifyPhoneError {
  if (status === 429) return new UnifyPhoneError("busy", "Unify Phone has been asked too often and wants a pause. Please try again in a minute.");
  if (status >= 500) return new UnifyPhoneError("busy", `Unify Phone can not do this now (it answered ${status}). Please try again later.`);
  const failure = Failure.safeParse(jsonOf(text));
  if (!failure.success) return notUnifyPhone();
  const { code, message } = failure.data.error;
  return new UnifyPhoneError(...(KNOWN[code] ?? (["refused", `Unify Phone refused: ${message}`] as const)));
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw notUnifyPhone();
  return result.data;
}

function notUnifyPhone(): UnifyPhoneError {
  return new UnifyPhoneError("unreachable", "What answers in the place of Unify Phone is something else.");
}
