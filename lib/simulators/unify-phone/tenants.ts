/** The rules of tenants: names that differ, and API keys that open one of them. */
import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { conflict, notFound } from "../kit/refusal.ts";
import type { Contact, PbxKind, Tenant, UnifyStore } from "./store.ts";

const Text = z.string().trim().max(200);
export const TenantName = z.string().trim().max(100);
export const ContactBody = z.strictObject({
  firstName: Text,
  lastName: Text,
  email: z.union([z.literal(""), z.email()]),
  countryCode: z.string().regex(/^(\+?\d{1,4})?$/, "A country code has up to four digits."),
  phoneNumber: z.string().regex(/^([\d ()/-]{3,30})?$/, "A phone number has digits only."),
});

export const NOBODY: Contact = { firstName: "", lastName: "", email: "", countryCode: "", phoneNumber: "" };

/** Makes a tenant with an API key. Throws a `Refusal` (409) where another one has the name. */
export function addTenant(store: UnifyStore, { name, pbx, contact, madeWith = "", apiKey = newApiKey() }: { name: string; pbx: PbxKind; contact: Contact; madeWith?: string; apiKey?: string }): Tenant {
  assertFree(store, name, undefined);
  const tenant: Tenant = { id: randomUUID(), name, nameKey: keyOf(name), pbx, contact, createdAt: new Date().toISOString(), madeWith, link: null, accountId: "" };
  store.tenants.add(tenant);
  store.connectors.add({ apiKey, tenantId: tenant.id });
  return tenant;
}

/** Throws a `Refusal` (409) where a tenant has the name already that is not `except`, however it is written (UNIFY-09). */
export function assertFree(store: UnifyStore, name: string, except: string | undefined): void {
  if (store.tenants.findBy("nameKey", keyOf(name)).some(({ id }) => id !== except)) throw conflict("name_taken", `There is a tenant ${name} already.`, "name");
}

/** A name for a tenant that was given none: that of its company, with a number where that is taken. */
export function freeName(store: UnifyStore, company: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? company : `${company} ${number}`;
    if (store.tenants.findBy("nameKey", keyOf(name)).length === 0) return name;
  }
}

/** How names are compared. */
export function keyOf(name: string): string {
  return name.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** A tenant by its id. Throws a `Refusal` (404). */
export function getTenant({ tenants }: UnifyStore, id = ""): Tenant {
  const tenant = tenants.get(id);
  if (!tenant) throw notFound("There is no such tenant.");
  return tenant;
}

/** The tenant that an API key opens. */
export function tenantOfKey({ connectors, tenants }: UnifyStore, apiKey: string): Tenant | undefined {
  const connector = connectors.get(apiKey);
  return connector && tenants.get(connector.tenantId);
}

/** The API key that the Telephony connector of a tenant shows (UNIFY-07). */
export function apiKeyOf({ connectors }: UnifyStore, tenantId: string): string {
  return connectors.findBy("tenantId", tenantId)[0]?.apiKey ?? "";
}

/** Gives a tenant another API key; the old one opens nothing any more. */
export function renewApiKey(store: UnifyStore, tenantId: string, apiKey = newApiKey()): string {
  store.connectors.remove(apiKeyOf(store, tenantId));
  store.connectors.add({ apiKey, tenantId });
  return apiKey;
}

function newApiKey(): string {
  return `up_${randomBytes(24).toString("base64url")}`;
}
