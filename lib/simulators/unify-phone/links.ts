/** Which tenant a CloudLink account is linked to; what only the portal may say, under the secret that both share. */
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { credentialCheck } from "../kit/credentials.ts";
import { conflict, invalid, Refusal } from "../kit/refusal.ts";
import type { PeerRequest } from "../kit/requests.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { PBX_KINDS, type Tenant, type UnifyStore } from "./store.ts";
import { addTenant, apiKeyOf, assertFree, ContactBody, freeName, keyOf, tenantOfKey, TenantName } from "./tenants.ts";
import { revokeLicenses } from "./users.ts";

const NewTenant = z.strictObject({ name: TenantName, pbx: z.enum(PBX_KINDS), contact: ContactBody });
const LinkBody = z.strictObject({ company: z.string().trim().min(1).max(200), apiKey: z.string().optional(), newTenant: NewTenant.optional() });
type NewTenant = z.output<typeof NewTenant>;

/** Links a tenant that is there, or one that is made with it (UNIFY-08, UNIFY-11). The same link asked for again is the one that there is. */
function link(store: UnifyStore, accountId: string, since: string, body: unknown): Tenant {
  const { company, apiKey, newTenant } = parseBody(LinkBody, body);
  const [before] = store.tenants.findBy("accountId", accountId);
  const isOver = before?.link && before.link.since !== since;
  const tenant = newTenant ? madeTenant(store, { accountId, since, company }, newTenant, before) : knownTenant(store, accountId, apiKey ?? "");
  // A link that begins ends the one before it, of whose end nobody has heard, with its licenses.
  if (before && isOver) revokeLicenses(store, before.id);
  if (before && before.id !== tenant.id) store.tenants.replace(before.id, { ...before, link: null, accountId: "" });
  const linked: Tenant = { ...tenant, link: { accountId, since, company }, accountId };
  store.tenants.replace(tenant.id, linked);
  return linked;
}

function knownTenant(store: UnifyStore, accountId: string, apiKey: string): Tenant {
  const tenant = tenantOfKey(store, apiKey);
  if (!tenant) throw invalid("unknown_api_key", "There is no tenant with this API key.", "apiKey");
  if (tenant.link && tenant.link.accountId !== accountId) throw conflict("tenant_linked", "The tenant is linked to another account.", "apiKey");
  return tenant;
}

/** Whoever asks a second time for a tenant, as the answer was lost, gets the one that was made the first time. */
function madeTenant(store: UnifyStore, { accountId, since, company }: { accountId: string; since: string; company: string }, { name, pbx, contact }: NewTenant, before: Tenant | undefined): Tenant {
  const madeWith = `${accountId} ${since}`;
  if (before?.madeWith !== madeWith) return addTenant(store, { name: name || freeName(store, company), pbx, contact, madeWith });
  if (name !== "") assertFree(store, name, before.id);
  return { ...before, name: name || before.name, nameKey: keyOf(name || before.name), pbx, contact };
}

/** Ends a link: the licenses are revoked, the tenant stays (UNIFY-21, UNIFY-22). One that is over already is left as it is. */
function unlink(store: UnifyStore, accountId: string, since: string): void {
  const tenant = store.tenants.findBy("accountId", accountId).find((each) => each.link?.since === since);
  if (!tenant) return;
  revokeLicenses(store, tenant.id);
  store.tenants.replace(tenant.id, { ...tenant, link: null, accountId: "" });
}

/** What a tenant is, over the network. */
export function tenantView({ id, name, pbx, contact, createdAt, link: linked }: Tenant): object {
  return { id, name, pbx, contact, createdAt, linkedAccount: linked?.accountId ?? null };
}

/** The doors of links; `secret` is what the service shares with the portal. */
export function linkRoutes(store: UnifyStore, secret: string): Route[] {
  const isPortal = credentialCheck({ username: "portal", password: secret });
  const assertPortal = ({ authorization }: PeerRequest) => {
    if (!isPortal(authorization)) throw new Refusal(401, "unauthorized", "Only the portal may do this.");
  };
  const path = "/api/v1/accounts/{accountId}/links/{since}";
  return [
    {
      method: "PUT",
      path,
      open: true,
      kind: "write",
      run(request) {
        assertPortal(request);
        const tenant = link(store, request.params.accountId ?? "", request.params.since ?? "", request.body);
        return json(200, { tenant: tenantView(tenant), apiKey: apiKeyOf(store, tenant.id) });
      },
    },
    {
      method: "DELETE",
      path,
      open: true,
      kind: "write",
      run(request) {
        assertPortal(request);
        unlink(store, request.params.accountId ?? "", request.params.since ?? "");
        return nothing();
      },
    },
  ];
}
