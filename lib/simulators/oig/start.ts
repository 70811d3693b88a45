/** The simulated Open Integration Gateway: it tells who it is, and holds nothing of users. */
import { z } from "zod";
import { json } from "../kit/answers.ts";
import { DEMO_OIG } from "../kit/demo.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";

const RELEASE = "4.2";

const NoSettings = z.strictObject({});

function define(name: string): PeerDefinition {
  return {
    title: DEMO_OIG.title,
    name,
    release: RELEASE,
    routes: [{ method: "GET", path: "/api/v1/info", kind: "read", run: () => json(200, { kind: "oig", name, release: RELEASE }) }],
    sections: [],
    settings: { read: () => ({}), write: (body) => parseBody(NoSettings, body) },
    state: () => ({}),
  };
}

/** Starts a simulated Open Integration Gateway. */
export function startOig(options: PeerOptions): Promise<RunningPeer> {
  const name = options.name ?? DEMO_OIG.name;
  return startPeer(options, name, () => define(name));
}
