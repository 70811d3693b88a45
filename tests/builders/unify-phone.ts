/** A simulated Unify Phone for tests, its tenants and users, and portal accounts that are linked to it. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { database } from "#lib/db/client.ts";
import { updateSettings } from "#lib/integrations/update-integration.ts";
import type { IntegrationDetails } from "#lib/integrations/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { startUnifyPhone } from "#lib/simulators/unify-phone/start.ts";
import { getUnifyPhone } from "#lib/unify-phone/get-unify-phone.ts";
import { beginState } from "#lib/unify-phone/state.ts";
import type { UnifyPhoneView } from "#lib/unify-phone/schemas.ts";
import { addTo, anIntegration, entryIn } from "./integrations.ts";
import { workOff } from "./jobs.ts";
import { anAccount } from "./people.ts";
import type { SignedIn } from "./people.ts";

const OPERATOR = { username: "administrator", password: "unify-password" };
const SECRET = "what Unify Phone and the portal share";

/** How somebody shows who it is: a tenant's API key, the portal's secret, or nothing at all. */
type As = { apiKey: string } | "portal" | "nobody";
export type UnifyTenant = { id: string; name: string; apiKey: string };
export type TenantAtService = { id: string; name: string; pbx: string; contact: Record<string, string>; link: { accountId: string; company: string } | null };

export type TestUnifyPhone = {
  /** A request; as the operator of the peer where nobody else is named. */
  send(method: string, path: string, options?: { as?: As; body?: unknown }): Promise<{ status: number; body: never }>;
  /** A page, as a browser of the operator shows it. */
  page(path: string, form?: Record<string, string>): Promise<string>;
  /** A tenant of an OpenScape Business that the portal does not know. */
  tenant(name?: string): Promise<UnifyTenant>;
  /** What the provisioning tool of the PBX does. */
  assign(tenantId: string, email: string): Promise<void>;
  withdraw(tenantId: string, email: string): Promise<void>;
  /** Those with a license, and whether they have CloudLink Chat. */
  licensed(tenantId: string): Promise<Record<string, boolean>>;
  tenants(): Promise<TenantAtService[]>;
  /** The tenant that an account is linked to. */
  tenantOf(accountId: string): Promise<TenantAtService | undefined>;
  faults(faults: object): Promise<void>;
  /** Ends the service and starts it again on what it has kept. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

const basic = (name: string, secret: string) => `Basic ${Buffer.from(`${name}:${secret}`).toString("base64")}`;

function authorizationOf(as: As | undefined): Record<string, string> {
  if (as === "nobody") return {};
  if (as === "portal") return { authorization: basic("portal", SECRET) };
  return { authorization: as ? `Bearer ${as.apiKey}` : basic(OPERATOR.username, OPERATOR.password) };
}

/** Starts a Unify Phone of the test's own; the portal of this process speaks to it when `settings` were not read before. */
export async function startTestUnifyPhone(): Promise<TestUnifyPhone> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-unify-"));
  const start = () => startUnifyPhone({ host: "127.0.0.1", port: 0, dataDir, ...OPERATOR, secret: SECRET });
  let peer = await start();
  Object.assign(process.env, { UNIFY_PHONE_URL: peer.url, UNIFY_PHONE_SECRET: SECRET });
  const usersOf = (tenantId: string) => `/api/v1/provisioning/tenants/${tenantId}/users`;
  const unify: TestUnifyPhone = {
    async send(method, path, { as, body } = {}) {
      const response = await fetch(peer.url + path, { method, headers: { ...authorizationOf(as), "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) });
      const text = await response.text();
      return { status: response.status, body: (text === "" ? null : JSON.parse(text)) as never };
    },
    async page(path, form) {
      const response = await fetch(peer.url + path, { headers: { ...authorizationOf(undefined), accept: "text/html" }, ...(form && { method: "POST", body: new URLSearchParams(form) }) });
      return response.text();
    },
    async tenant(name = `Tenant ${randomUUID()}`) {
      return (await unify.send("POST", "/_tenants", { body: { name } })).body as UnifyTenant;
    },
    async assign(tenantId, email) {
      await unify.send("POST", usersOf(tenantId), { body: { email } });
    },
    async withdraw(tenantId, email) {
      await unify.send("DELETE", `${usersOf(tenantId)}/${encodeURIComponent(email)}`);
    },
    async licensed(tenantId) {
      const { items } = (await unify.send("GET", usersOf(tenantId))).body as { items: { email: string; licensedAt: string; chat: boolean }[] };
      return Object.fromEntries(items.filter(({ licensedAt }) => licensedAt !== "").map(({ email, chat }) => [email, chat]));
    },
    async tenants() {
      return ((await unify.send("GET", "/_state")).body as { tenants: TenantAtService[] }).tenants;
    },
    async tenantOf(accountId) {
      return (await unify.tenants()).find(({ link }) => link?.accountId === accountId);
    },
    async faults(faults) {
      await unify.send("PUT", "/_faults", { body: faults });
    },
    async restart() {
      await peer.close();
      peer = await start();
    },
    async close() {
      await peer.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return unify;
}

/** Completes the set-up, as "Done" does it. */
export async function completeUnifyPhone(person: SignedIn, accountId: string, settings: Record<string, string | boolean>): Promise<IntegrationDetails> {
  const { version } = await entryIn(person, accountId, "unify_phone");
  return runOperation(updateSettings, { resolved: await person.at(accountId), input: { key: "unify_phone", version, settings } });
}

/** What its page shows once it is enabled. */
export async function unifyPhoneOf(person: SignedIn, accountId: string): Promise<UnifyPhoneView> {
  return runOperation(getUnifyPhone, { resolved: await person.at(accountId), input: {} });
}

/** Does what is in the queue of it. */
export function unifySynchronized(): Promise<number> {
  return workOff(["unify-phone.synchronize", "unify-phone.end-link"]);
}

/** An account with the integration, which is not set up yet. */
export async function anAccountWithUnifyPhone(partner: SignedIn): Promise<{ id: string; name: string }> {
  const { id, name } = await anAccount(partner, { name: `Ballad ${randomUUID()}` });
  await addTo(partner, id, "unify_phone");
  return { id, name };
}

/** An account that is linked to a tenant of an OpenScape Business, by default one of its own. */
export async function aLinkedAccount(unify: TestUnifyPhone, partner: SignedIn, known?: UnifyTenant): Promise<{ id: string; name: string; tenant: UnifyTenant }> {
  const account = await anAccountWithUnifyPhone(partner);
  const tenant = known ?? (await unify.tenant());
  await completeUnifyPhone(partner, account.id, { isExistingTenant: true, apiKey: tenant.apiKey });
  await unifySynchronized();
  return { ...account, tenant };
}

/** Gives an account a Unify Phone that is enabled, without a service behind it. */
export async function anEnabledUnifyPhone(accountId: string): Promise<void> {
  await anIntegration(accountId, "unify_phone");
  await beginState(database().prisma, accountId, { id: "T-1", name: "Ballad", pbx: "mivoice_5000", contact: { firstName: "", lastName: "", email: "", countryCode: "", phoneNumber: "" } });
}
