/** The simulated Unify Phone: tenants with API keys, and the licenses that the provisioning tool of a PBX gives (UNIFY-07, UNIFY-08, UNIFY-11, UNIFY-15, UNIFY-22). */
import { z } from "zod";
import { json } from "../kit/answers.ts";
import { sectionOf } from "../kit/console.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_UNIFY_PHONE } from "../kit/demo.ts";
import { html } from "../kit/html.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import type { Route } from "../kit/routes.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";
import { adminRoutes } from "./admin-api.ts";
import { linkRoutes, tenantView } from "./links.ts";
import { newTenantPanel, pageRoutes, tenantPath } from "./pages.ts";
import { PBX_KINDS, PBX_NAMES, openStore, type UnifyStore } from "./store.ts";
import { addTenant, apiKeyOf, ContactBody, getTenant, NOBODY, renewApiKey, TenantName } from "./tenants.ts";
import { assignLicense, provisioningRoutes } from "./users.ts";

const { name: NAME, title: TITLE } = DEMO_UNIFY_PHONE;
const RELEASE = "2.7";

const TenantBody = z.strictObject({ name: TenantName.min(1), pbx: z.enum(PBX_KINDS).default("openscape_business"), contact: ContactBody.partial().default({}) });
const KeyBody = z.strictObject({ apiKey: z.string().min(8).optional() });

/** What a tester does in the place of the administration app. */
function testerRoutes(store: UnifyStore): Route[] {
  return [
    {
      method: "POST",
      path: "/_tenants",
      control: true,
      kind: "write",
      run({ body }) {
        const { name, pbx, contact } = parseBody(TenantBody, body);
        const tenant = addTenant(store, { name, pbx, contact: { ...NOBODY, ...contact } });
        return json(201, { ...tenantView(tenant), apiKey: apiKeyOf(store, tenant.id) });
      },
    },
    {
      method: "PUT",
      path: "/_tenants/{tenantId}/api-key",
      control: true,
      kind: "write",
      run: ({ params, body }) => json(200, { apiKey: renewApiKey(store, getTenant(store, params.tenantId).id, parseBody(KeyBody, body).apiKey) }),
    },
  ];
}

function define(database: Database, secret: string): PeerDefinition {
  const store = openStore(database);
  database.seedOnce(() => {
    const { tenant: { users, ...fields } } = DEMO_UNIFY_PHONE;
    const tenant = addTenant(store, fields);
    for (const user of users) assignLicense(store, tenant.id, user);
  });
  return {
    title: TITLE,
    name: NAME,
    release: RELEASE,
    routes: [...linkRoutes(store, secret), ...adminRoutes(store), ...provisioningRoutes(store), ...pageRoutes(store), ...testerRoutes(store)],
    panel: newTenantPanel,
    sections: [
      sectionOf("tenants", "Tenants", store.tenants, {
        Name: (tenant) => html`<a href="${tenantPath(tenant)}">${tenant.name}</a>`,
        PBX: ({ pbx }) => PBX_NAMES[pbx],
        "CloudLink account": ({ link }) => link?.company ?? "Not linked",
        "API key": (tenant) => html`<a href="${tenantPath(tenant)}/connector">Telephony connector<span class="unseen"> of ${tenant.name}</span></a>`,
      }),
      sectionOf("users", "Users of PBXs", store.users, {
        Email: ({ email }) => email,
        Name: ({ name }) => name,
        Tenant: ({ tenantId }) => store.tenants.get(tenantId)?.name ?? "",
        License: ({ licensedAt }) => (licensedAt ? "Assigned" : "None"),
        "CloudLink Chat": ({ chat }) => (chat ? "Yes" : "No"),
      }),
    ],
    settings: { read: () => ({}), write: (body) => parseBody(z.strictObject({}), body) },
    state: () => ({ tenants: store.tenants.all(), users: store.users.all() }),
  };
}

/** Starts a simulated Unify Phone; `secret` is what it shares with the portal. Its first start holds one tenant of an OpenScape Business. */
export function startUnifyPhone(options: PeerOptions & { secret: string }): Promise<RunningPeer> {
  return startPeer(options, options.name ?? NAME, (database) => define(database, options.secret));
}
