/** A simulated Entra for a test, connected to the SCIM door of an account over real HTTP. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_MAPPINGS } from "#lib/simulators/entra/mappings.ts";
import type { CycleResult, LogEntry, Mapping, Person } from "#lib/simulators/entra/schemas.ts";
import { startEntra } from "#lib/simulators/entra/start.ts";

const SIGN_IN = { username: "admin", password: "peer-password" };

/** What the portal needs beside the default mappings. */
export const MAPPINGS: readonly Mapping[] = [
  ...DEFAULT_MAPPINGS,
  ...[
    ["mail", 'emails[type eq "work"].value'],
    ["mobile", 'phoneNumbers[type eq "mobile"].value'],
    ["mailNickname", "externalId"],
    ["role", 'roles[primary eq "True"].value'],
  ].map(([source, target]) => ({ source: source!, target: target!, matching: null })),
];

export type TestEntra = {
  url: string;
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** A form of the console; gives the page that comes of it. */
  press(path: string, fields?: Record<string, string>): Promise<string>;
  people(): Promise<Person[]>;
  add(fields: Partial<Person>): Promise<Person>;
  change(person: Person, fields: Partial<Person>): Promise<void>;
  run(action: "start" | "cycle" | "restart"): Promise<CycleResult>;
  log(): Promise<LogEntry[]>;
  close(): Promise<void>;
};

/** Starts one with nobody assigned, set up for an account by its Tenant URL; `settings` as its tester sets them. */
export async function anEntra(settings: { tenantUrl: string; secretToken: string } & Record<string, unknown>): Promise<TestEntra> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-entra-"));
  const peer = await startEntra({ host: "127.0.0.1", port: 0, dataDir, ...SIGN_IN });
  const authorization = `Basic ${Buffer.from(`${SIGN_IN.username}:${SIGN_IN.password}`).toString("base64")}`;
  const ask: TestEntra["ask"] = async (method, path, body) => {
    const response = await fetch(peer.url + path, { method, headers: { authorization, "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as never;
  };
  const entra: TestEntra = {
    url: peer.url,
    ask,
    async press(path, fields = {}) {
      const response = await fetch(peer.url + path, { method: "POST", headers: { authorization }, body: new URLSearchParams(fields) });
      return response.text();
    },
    people: async () => (await ask<{ items: Person[] }>("GET", "/api/users")).items,
    add: (fields) => ask("POST", "/api/users", { assigned: true, ...fields }),
    change: (person, fields) => ask("PATCH", `/api/users/${person.objectId}`, fields),
    run: (action) => ask("POST", `/api/provisioning/${action}`),
    log: async () => (await ask<{ items: LogEntry[] }>("GET", "/api/log")).items,
    async close() {
      await peer.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  for (const person of await entra.people()) await entra.change(person, { assigned: false });
  await ask("PUT", "/_settings", { mode: "Automatic", userMappings: MAPPINGS, groupsEnabled: false, ...settings });
  return entra;
}
