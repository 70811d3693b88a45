/** The simulated MiVoice Border Gateway. */
import { json } from "../kit/answers.ts";
import { sectionOf } from "../kit/console.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_PEERS } from "../kit/demo.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";
import { sipUserRoutes } from "./sip-users.ts";
import { MbgSettingsBody, openStore } from "./store.ts";

const RELEASE = "11.4";

function define(database: Database, name: string): PeerDefinition {
  const store = openStore(database);
  return {
    title: DEMO_PEERS.mbg.title,
    name,
    release: RELEASE,
    routes: [
      {
        method: "GET",
        path: "/api/v1/info",
        kind: "read",
        run: () => json(200, { kind: "mbg", name, release: RELEASE, ...store.settings.get() }),
      },
      ...sipUserRoutes(store),
    ],
    sections: [
      sectionOf("sip-users", "SIP users", store.sipUsers, {
        "SIP user name": (user) => user.sipUserName,
        Number: (user) => user.number,
        Kind: (user) => (user.kind === "teleworker" ? "Teleworker set" : "SIP user"),
        Description: (user) => user.description,
      }),
    ],
    settings: { read: () => store.settings.get(), write: (body) => store.settings.change(parseBody(MbgSettingsBody, body)) },
    state: () => ({ settings: store.settings.get(), sipUsers: store.sipUsers.all() }),
  };
}

/** Starts a simulated MiVoice Border Gateway; it begins without sets, connected as local. */
export function startMbg(options: PeerOptions): Promise<RunningPeer> {
  const name = options.name ?? DEMO_PEERS.mbg.name;
  return startPeer(options, name, (database) => define(database, name));
}
