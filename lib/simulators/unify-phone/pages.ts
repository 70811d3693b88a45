/** What people open: the administration app of a tenant with its Telephony connector (UNIFY-07), and the provisioning tool of its PBX (UNIFY-15). */
import { z } from "zod";
import { type Answer, page, seeOther } from "../kit/answers.ts";
import { renderPage } from "../kit/console.ts";
import { html, type Html, type HtmlValue } from "../kit/html.ts";
import { Refusal } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { PBX_KINDS, PBX_NAMES, type PbxUser, type Tenant, type UnifyStore } from "./store.ts";
import { addTenant, apiKeyOf, getTenant, NOBODY, renewApiKey, TenantName } from "./tenants.ts";
import { assignLicense, UserBody, withdrawLicense } from "./users.ts";

const TABS = [
  { id: "", title: "Tenant" },
  { id: "/connector", title: "Telephony connector" },
  { id: "/users", title: "Provisioning of the PBX" },
] as const;
type Tab = (typeof TABS)[number]["id"];

const TenantForm = z.strictObject({ name: TenantName.min(1), pbx: z.enum(PBX_KINDS) });
const WithdrawForm = z.strictObject({ email: z.string() });

/** The address of a tenant in the administration app. */
export function tenantPath({ id }: Pick<Tenant, "id">): string {
  return `/tenants/${id}`;
}

/** The form of the console that makes a tenant which the portal does not know. */
export function newTenantPanel(): Html {
  return html`<section class="panel"><h2>New tenant</h2><form method="post" action="/tenants" class="stacked">
<label for="name">Name</label><input id="name" name="name" required maxlength="100">
<label for="pbx">PBX</label><select id="pbx" name="pbx">${PBX_KINDS.map((kind) => html`<option value="${kind}">${PBX_NAMES[kind]}</option>`)}</select>
<button>Add</button></form></section>`;
}

function tenantPage(tenant: Tenant, tab: Tab, content: HtmlValue, problem = "", status = 200): Answer {
  const tabs = TABS.map(({ id, title }) => html`<a href="${tenantPath(tenant)}${id}" ${id === tab && html`aria-current="page"`}>${title}</a>`);
  return page(
    status,
    renderPage(
      `${tenant.name} - Unify Phone administration`,
      html`<main><header><div><h1>${tenant.name}</h1><p>Unify Phone administration</p></div><p><a href="/">All tenants</a></p></header>
<nav aria-label="Tenant">${tabs}</nav>${problem && html`<p class="bad" role="alert">${problem}</p>`}${content}</main>`,
    ),
  );
}

function aboutTenant({ pbx, contact, link, createdAt }: Tenant): Html {
  const number = [contact.countryCode, contact.phoneNumber].filter(Boolean).join(" ");
  const rows = [
    ["PBX", PBX_NAMES[pbx]],
    ["Main contact", [contact.firstName, contact.lastName].filter(Boolean).join(" ") || "None"],
    ["Email", contact.email || "None"],
    ["Phone number", number || "None"],
    ["CloudLink account", link ? link.company : "Not linked"],
    ["CloudLink Chat", link ? "On for users of the linked account" : "Off"],
    ["Created", createdAt],
  ];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Details of the tenant"><table><tbody>${rows.map(([name = "", value = ""]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table></div>`;
}

function connector(tenant: Tenant, apiKey: string): Html {
  return html`<section class="panel"><h2>API key</h2><p>Whoever has it reaches this tenant through the Admin REST API.</p><p><code>${apiKey}</code></p>
<form method="post" action="${tenantPath(tenant)}/connector"><button>Generate a new key</button></form></section>`;
}

function licenses(tenant: Tenant, users: readonly PbxUser[]): Html {
  const path = `${tenantPath(tenant)}/users`;
  const change = ({ email, licensedAt }: PbxUser) =>
    html`<form method="post" action="${licensedAt ? `${path}/withdraw` : path}" class="inline"><input type="hidden" name="email" value="${email}"><button>${licensedAt ? "Withdraw" : "Assign"}<span class="unseen"> the license of ${email}</span></button></form>`;
  const rows = users.map((user) => html`<tr><td>${user.email}</td><td>${user.name}</td><td>${user.extension}</td><td>${user.licensedAt ? "Assigned" : "None"}</td><td>${user.licensedAt ? (user.chat ? "Telephony, CloudLink Chat" : "Telephony") : "None"}</td><td>${change(user)}</td></tr>`);
  return html`<section class="panel"><h2>Assign a license</h2><form method="post" action="${path}" class="stacked">
<label for="email">Email</label><input id="email" name="email" type="email" required>
<label for="name">Name</label><input id="name" name="name" maxlength="200">
<label for="extension">Extension</label><input id="extension" name="extension" maxlength="20">
<button>Assign</button></form></section>
<div class="scroll" tabindex="0" role="region" aria-label="Users of the PBX"><table><caption>Users of the ${PBX_NAMES[tenant.pbx]}: ${users.length}</caption>
<thead><tr>${["Email", "Name", "Extension", "License", "Features", "Change"].map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.length > 0 ? rows : html`<tr><td colspan="6">No user yet.</td></tr>`}</tbody></table></div>`;
}

/** The pages and their forms. */
export function pageRoutes(store: UnifyStore): Route[] {
  const one = "/tenants/{tenantId}";
  const usersPage = (tenant: Tenant, problem?: string) => tenantPage(tenant, "/users", licenses(tenant, store.users.findBy("tenantId", tenant.id)), problem, problem ? 422 : 200);
  const submit = (path: string, act: (tenant: Tenant, body: unknown) => void): Route => ({
    method: "POST",
    path,
    control: true,
    kind: "write",
    run({ params, body }) {
      const tenant = getTenant(store, params.tenantId);
      try {
        act(tenant, body);
      } catch (error) {
        if (error instanceof Refusal) return usersPage(tenant, error.message);
        throw error;
      }
      return seeOther(`${tenantPath(tenant)}/users`);
    },
  });
  const show = (tab: Tab, content: (tenant: Tenant) => Html): Route => ({
    method: "GET",
    path: one + tab,
    control: true,
    kind: "read",
    run({ params }) {
      const tenant = getTenant(store, params.tenantId);
      return tenantPage(tenant, tab, content(tenant));
    },
  });
  return [
    show("", aboutTenant),
    show("/connector", (tenant) => connector(tenant, apiKeyOf(store, tenant.id))),
    { method: "GET", path: `${one}/users`, control: true, kind: "read", run: ({ params }) => usersPage(getTenant(store, params.tenantId)) },
    submit(`${one}/users`, (tenant, body) => void assignLicense(store, tenant.id, parseBody(UserBody, body))),
    submit(`${one}/users/withdraw`, (tenant, body) => withdrawLicense(store, tenant.id, parseBody(WithdrawForm, body).email)),
    {
      method: "POST",
      path: `${one}/connector`,
      control: true,
      kind: "write",
      run({ params }) {
        const tenant = getTenant(store, params.tenantId);
        renewApiKey(store, tenant.id);
        return seeOther(`${tenantPath(tenant)}/connector`);
      },
    },
    {
      method: "POST",
      path: "/tenants",
      control: true,
      kind: "write",
      run({ body }) {
        const { name, pbx } = parseBody(TenantForm, body);
        return seeOther(tenantPath(addTenant(store, { name, pbx, contact: NOBODY })));
      },
    },
  ];
}
