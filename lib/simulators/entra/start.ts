/** The simulated Microsoft Entra ID: a directory, and the service that provisions its people into an application by SCIM 2.0. */
import type { Database } from "../kit/database.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";
import { apiRoutes, statusOf } from "./api.ts";
import { openProvisioning } from "./cycle.ts";
import type { Provisioning } from "./cycle.ts";
import { DEMO_ENTRA, DEMO_PEOPLE } from "./demo.ts";
import { mappingRoutes } from "./mapping-pages.ts";
import { overviewRoutes } from "./overview-page.ts";
import { peopleRoutes } from "./people-pages.ts";
import { provisioningRoutes } from "./provisioning-page.ts";
import { SettingsBody } from "./schemas.ts";
import type { EntraSettings } from "./schemas.ts";
import { openStore } from "./store.ts";

const RELEASE = "2.0";

/** What a tester may see and set; the token only whether there is one. */
function shown({ mode, tenantUrl, secretToken, groupsEnabled, userMappings, timeoutMs }: EntraSettings) {
  return { mode, tenantUrl, hasSecretToken: secretToken !== "", groupsEnabled, userMappings, timeoutMs };
}

function define(database: Database, name: string, opened: (provisioning: Provisioning) => void): PeerDefinition {
  const store = openStore(database);
  database.seedOnce(() => {
    for (const person of DEMO_PEOPLE) store.addPerson(person);
  });
  const provisioning = openProvisioning(store);
  opened(provisioning);
  return {
    title: DEMO_ENTRA.title,
    name,
    release: RELEASE,
    routes: [...apiRoutes(store, provisioning), ...overviewRoutes(store, provisioning), ...provisioningRoutes(store, provisioning), ...mappingRoutes(store), ...peopleRoutes(store)],
    sections: [],
    settings: { read: () => shown(store.settings.get()), write: (body) => shown(store.settings.change(parseBody(SettingsBody, body))) },
    state: () => ({ settings: shown(store.settings.get()), status: statusOf(store), users: store.people.all(), targets: store.targets.all(), log: store.log() }),
  };
}

/** Starts a simulated Entra; its first start seeds a few people, three of them assigned to the application. */
export async function startEntra(options: PeerOptions): Promise<RunningPeer> {
  const name = options.name ?? DEMO_ENTRA.name;
  let provisioning: Provisioning | undefined;
  const peer = await startPeer(options, name, (database) => define(database, name, (opened) => (provisioning = opened)));
  return {
    url: peer.url,
    async close() {
      await provisioning?.close();
      await peer.close();
    },
  };
}
