/** The words that describe a peer to the kit. */
import type { Answer } from "./answers.ts";
import type { Section } from "./console.ts";
import type { Html } from "./html.ts";
import type { Refusal } from "./refusal.ts";
import type { Route } from "./routes.ts";

/** Where and as whom a peer runs. `port` 0 takes a free one; `dataDir` holds one database file, `<name>.sqlite`. */
export type PeerOptions = { port: number; host: string; dataDir: string; username: string; password: string; name?: string };

export type RunningPeer = { url: string; close(): Promise<void> };

/** What a peer is, over its opened database. */
export type PeerDefinition = {
  title: string;
  name: string;
  release: string;
  routes: Route[];
  sections: Section[];
  /** What its administrator switches in the console. */
  panel?: () => Html;
  settings: { read(): unknown; write(body: unknown): unknown };
  /** For a peer that is several things in one: where a path leads under a host name. */
  pathFor?(host: string, path: string): string;
  /** Everything the peer holds, secrets left out. */
  state(): unknown;
  /** How it says no, where that is not the peers' usual form. */
  refused?(refusal: Refusal): Answer;
};
