/** The simulated MiCollab: Client Service, licences and redirect server. */
import { z } from "zod";
import { json } from "../kit/answers.ts";
import { sectionOf } from "../kit/console.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_PEERS } from "../kit/demo.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import type { Route } from "../kit/routes.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";
import { accountRoutes } from "./accounts.ts";
import { chatPanel, chatRoutes } from "./chat.ts";
import { deploymentRoutes } from "./deployments.ts";
import { meetingsRoutes, meetingsSection } from "./meetings.ts";
import { redirectRoutes } from "./redirect.ts";
import { smsNumberRoutes } from "./sms-numbers.ts";
import { MicollabSettingsBody, type MicollabStore, openStore } from "./store.ts";

// The oldest release that supports the ACD SIP softphone (ACDPRE-01).
const RELEASE = "9.5";

const FlowThroughBody = z.strictObject({ on: z.boolean() });

function licences(store: MicollabStore) {
  return store.settings.get().licences.map((licence) => ({ ...licence, used: store.licenceUse.of(licence.bundle) }));
}

function serviceRoutes(store: MicollabStore, name: string): Route[] {
  return [
    {
      method: "GET",
      path: "/api/v1/info",
      kind: "read",
      run: () => json(200, { kind: "micollab", name, release: RELEASE, ...store.settings.get(), licences: licences(store) }),
    },
    {
      method: "PUT",
      path: "/api/v1/flow-through",
      kind: "write",
      run({ body }) {
        const flowThrough = parseBody(FlowThroughBody, body).on;
        store.settings.change({ flowThrough });
        return json(200, { on: flowThrough });
      },
    },
  ];
}

function consoleSections(store: MicollabStore) {
  return [
    sectionOf("accounts", "Client accounts", store.accounts, {
      "User name": (account) => account.userName,
      "Last name": (account) => account.lastName,
      "First name": (account) => account.firstName,
      "UCC bundle": (account) => account.uccBundle,
      "Feature profile": (account) => account.featureProfile,
      "Desk phone": (account) => account.deskPhoneExtension ?? "None",
      "Soft phone": (account) => account.softPhoneExtension ?? "None",
      "Phone type": (account) => account.phoneType,
      "Device type": (account) => account.deviceType,
      "Password set": (account) => (account.passwordSet ? "Yes" : "No"),
    }),
    sectionOf("deployments", "Deployments", store.deployments, {
      "User name": (deployment) => deployment.userName,
      Profile: (deployment) => deployment.profile,
    }),
    meetingsSection(store),
    sectionOf("redirects", "Redirect server", store.redirects, {
      Profile: ({ configuration }) => configuration.profile,
      "Client service host": ({ configuration }) => configuration.clientServiceHost,
      "Asks for PIN": ({ asksForPin }) => (asksForPin ? "Yes" : "No"),
      "Wrong PINs": ({ wrongPins }) => wrongPins,
    }),
    sectionOf("sms-numbers", "SMS numbers", store.smsNumbers, { Number: ({ number }) => number, "Active in a stream": ({ active }) => (active ? "Yes" : "No") }),
  ];
}

function define(database: Database, name: string, address: () => string): PeerDefinition {
  const store = openStore(database);
  return {
    title: DEMO_PEERS.micollab.title,
    name,
    release: RELEASE,
    routes: [
      ...serviceRoutes(store, name),
      ...accountRoutes(store),
      ...deploymentRoutes(store, address),
      ...redirectRoutes(store),
      ...smsNumberRoutes(store.smsNumbers),
      ...chatRoutes(store),
      ...meetingsRoutes(store),
    ],
    panel: () => chatPanel(store),
    sections: consoleSections(store),
    settings: { read: () => store.settings.get(), write: (body) => store.settings.change(parseBody(MicollabSettingsBody, body)) },
    state: () => ({
      settings: { ...store.settings.get(), licences: licences(store) },
      accounts: store.accounts.all(),
      deployments: store.deployments.all(),
      meetings: store.meetings.all(),
      connections: store.connections.all(),
      redirects: store.redirects.all(),
      smsNumbers: store.smsNumbers.all(),
    }),
  };
}

/** Starts a simulated MiCollab; its first start seeds licences and profiles, in integrated mode with flow through on. */
export function startMicollab(options: PeerOptions): Promise<RunningPeer> {
  const name = options.name ?? DEMO_PEERS.micollab.name;
  return startPeer(options, name, (database, address) => define(database, name, address));
}
