/** What a browser meets: the page of a standalone gateway, and the SMB Controller Manager of an embedded one. Both hand over to the portal (GW-01 to GW-06). */
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type Answer, page } from "../kit/answers.ts";
import { renderPage } from "../kit/console.ts";
import { DEMO_GATEWAYS } from "../kit/demo.ts";
import { html, Html, type HtmlValue } from "../kit/html.ts";
import type { PeerRequest } from "../kit/requests.ts";
import { Refusal } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { reach } from "./appliances.ts";
import { newClaim, readClaim } from "./claims.ts";
import { isInNetwork } from "./networks.ts";
import type { Appliance, GatewayStore } from "./store.ts";

const LogInForm = z.object({ username: z.string(), password: z.string() });
const InstallForm = z.object({ ticket: z.string() });

function narrow(title: string, ...content: HtmlValue[]): Html {
  return renderPage(title, html`<main class="narrow"><h1>${title}</h1>${content}</main>`);
}

function logInForm(action: string, problem = ""): Html {
  return html`${problem && html`<p class="bad" role="alert">${problem}</p>`}
<form method="post" action="${action}">
<label for="username">User name</label><input id="username" name="username" autocomplete="off" required>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="off" required>
<button>Log in</button>
</form>`;
}

/** A form may not lead to another site under the policy of these pages, so the page that answers it goes on by itself. */
function onwards(title: string, address: string, text: string): Answer {
  const { text: whole } = narrow(title, html`<p>${text}</p><p><a href="${address}">Continue to Mitel Administration</a></p>`);
  const { text: go } = html`<meta http-equiv="refresh" content="0; url=${address}">`;
  return page(200, new Html(whole.replace("</head>", () => `${go}</head>`)));
}

function isAdministrator(body: unknown): boolean {
  const given = parseBody(LogInForm, body);
  const { username, password } = DEMO_GATEWAYS.administrator;
  const [one, other] = [Buffer.from(`${given.username}\n${given.password}`), Buffer.from(`${username}\n${password}`)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Refusals as a page, since it is a browser that asked. */
function asPage(title: string, run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return page(error.status, narrow(title, html`<p class="bad" role="alert">${error.message}</p>`));
    throw error;
  }
}

/** @throws Refusal for a browser outside of the network of the gateway (GW-03), and for another kind of gateway */
function opened(store: GatewayStore, { params, from }: PeerRequest, platform: Appliance["platform"]): Appliance {
  const appliance = reach(store, params.serial);
  if (appliance.platform !== platform) throw new Refusal(404, "not_found", `There is no such page of ${appliance.serial}.`);
  if (!isInNetwork(from, appliance.lan)) throw new Refusal(403, "outside_network", "This page can only be opened from a device in the network of the gateway.");
  return appliance;
}

/** The pages of gateways; `portalUrl` is where Mitel Administration is. */
export function pageRoutes(store: GatewayStore, portalUrl: string): Route[] {
  const title = "CloudLink Gateway";
  const manager = "SMB Controller Manager";
  const onboarding = (appliance: Appliance) => `${portalUrl}/gateway?claim=${newClaim(store, appliance)}`;
  const inAccount = ({ association }: Appliance) => `${portalUrl}/accounts/${association?.accountId}/integrations/cloudlink_gateway`;

  const facts = ({ serial, ipAddress, release }: Appliance) => html`<p>${serial}, ${ipAddress}, release ${release}</p>`;
  const logIn = (appliance: Appliance, body: unknown): Answer => {
    if (!isAdministrator(body)) return page(403, narrow(title, facts(appliance), logInForm(`/gateways/${appliance.serial}`, "The user name or the password is wrong.")));
    return onwards(title, appliance.association ? inAccount(appliance) : onboarding(appliance), "You are logged in. Mitel Administration opens.");
  };
  const blades = (appliance: Appliance, body: unknown): Answer => {
    const action = `/smb-controllers/${appliance.serial}`;
    if (!isAdministrator(body)) return page(403, narrow(manager, facts(appliance), logInForm(action, "The user name or the password is wrong.")));
    if (appliance.association) return page(200, narrow(manager, html`<h2>Blades</h2><p>CloudLink Gateway, installed.</p><p><a href="${inAccount(appliance)}">Application configuration</a></p>`));
    return page(200, narrow(manager, html`<h2>Blades</h2><p>CloudLink Gateway, not configured.</p>
<form method="post" action="${action}/blades"><input type="hidden" name="ticket" value="${newClaim(store, appliance, "installation")}"><button>Install</button></form>`));
  };
  const install = (appliance: Appliance, body: unknown): Answer => {
    const { appliance: meant } = readClaim(store, parseBody(InstallForm, body).ticket, "installation");
    if (meant.serial !== appliance.serial) throw new Refusal(403, "bad_claim", "Log in again.");
    return onwards(manager, onboarding(appliance), "The CloudLink Gateway blade is installed. Mitel Administration opens.");
  };
  const route = (method: string, path: string, platform: Appliance["platform"], show: (appliance: Appliance, body: unknown) => Answer): Route => ({
    method,
    path,
    open: true,
    kind: "read",
    run: (request) => asPage(platform === "smbc" ? manager : title, () => show(opened(store, request, platform), request.body)),
  });
  return [
    route("GET", "/gateways/{serial}", "standalone", (appliance) => page(200, narrow(title, facts(appliance), logInForm(`/gateways/${appliance.serial}`)))),
    route("POST", "/gateways/{serial}", "standalone", logIn),
    route("GET", "/smb-controllers/{serial}", "smbc", (appliance) => page(200, narrow(manager, facts(appliance), logInForm(`/smb-controllers/${appliance.serial}`)))),
    route("POST", "/smb-controllers/{serial}", "smbc", blades),
    route("POST", "/smb-controllers/{serial}/blades", "smbc", install),
  ];
}

/** A standalone gateway answers under its IP address and as cloudlink.local (GW-02); every other name is that of the service. */
export function pathFor(store: GatewayStore, host: string, path: string): string {
  const name = host.replace(/:\d+$/, "");
  if (path !== "/") return path;
  const standalone = store.appliances.all().filter(({ platform, unplugged }) => platform === "standalone" && !unplugged);
  const meant = name === "cloudlink.local" ? standalone[0] : standalone.find(({ ipAddress }) => ipAddress === name);
  return meant ? `/gateways/${meant.serial}` : path;
}
