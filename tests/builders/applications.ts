/** The simulated applications for a test, beside a portal that is there for them alone. Start them before anything reads the settings. */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { answerIntrospection, answerTicket } from "#lib/applications/application-door.ts";
import { openApplication } from "#lib/applications/open-application.ts";
import type { ApplicationKey } from "#lib/applications/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { startMeetings } from "#lib/simulators/meetings/start.ts";
import { startWorkflowStudio } from "#lib/simulators/workflow-studio/start.ts";
import type { SignedIn } from "./people.ts";

export const STUDIO_SECRET = "what the studio and the portal share";
const CONSOLE = { username: "operator", password: "console-password" };

export type Applications = {
  url: Record<ApplicationKey, string>;
  /** Sends a request with the credentials of the console. */
  control(key: ApplicationKey, method: string, path: string, body?: unknown): Promise<unknown>;
  /** While it is cut, the applications do not reach the portal. */
  cutPortal(isCut: boolean): void;
  close(): Promise<void>;
};

/** Starts Workflow Studio and MiTeam Meetings, and the doors of the portal that they ask. */
export async function startApplications(): Promise<Applications> {
  let isCut = false;
  const portal = createServer(async (message, response) => {
    if (isCut) return void message.socket.destroy();
    const request = new Request(`http://127.0.0.1${message.url}`, { method: "POST", headers: message.headers as Record<string, string>, body: new Uint8Array(await buffer(message)) });
    const answer = message.url === "/api/v1/applications/token" ? await answerTicket(request) : await answerIntrospection(request);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((done) => portal.listen(0, "127.0.0.1", done));
  const portalUrl = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
  const dataDir = await mkdtemp(join(tmpdir(), "portal-applications-"));
  const place = { host: "127.0.0.1", port: 0, dataDir, portalUrl, ...CONSOLE };
  const meetingsSecret = "what the meetings and the portal share";
  const studio = await startWorkflowStudio({ ...place, secret: STUDIO_SECRET });
  const meetings = await startMeetings({ ...place, secret: meetingsSecret });
  Object.assign(process.env, { WORKFLOW_STUDIO_URL: studio.url, WORKFLOW_STUDIO_SECRET: STUDIO_SECRET, MEETINGS_URL: meetings.url, MEETINGS_SECRET: meetingsSecret });
  const url = { mitel_workflow_studio: studio.url, miteam_meetings: meetings.url };
  return {
    url,
    async control(key, method, path, body) {
      const authorization = `Basic ${Buffer.from(`${CONSOLE.username}:${CONSOLE.password}`).toString("base64")}`;
      const response = await fetch(url[key] + path, { method, headers: { authorization, "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    },
    cutPortal(cut) {
      isCut = cut;
    },
    async close() {
      portal.closeAllConnections();
      await Promise.all([studio.close(), meetings.close(), new Promise((done) => portal.close(done))]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The address at which somebody is let into an application. */
export async function ticketFor(person: SignedIn, key: ApplicationKey): Promise<string> {
  return (await runOperation(openApplication, { resolved: await person.at(null), input: { key } })).address;
}

export type Page = { status: number; text: string };

/** A browser that was let in, as far as a test needs one. */
export type Visit = { page(): Promise<Page>; post(path: string, fields: Record<string, string>): Promise<Page> };

/** Follows such an address with a browser of its own. */
export async function enter(address: string): Promise<Page & { visit: Visit | null }> {
  const answer = await fetch(address, { redirect: "manual" });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const origin = new URL(address).origin;
  const follow = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const response = await fetch(origin + path, { ...init, headers: { cookie, origin }, redirect: "manual" });
    return { status: response.status, text: await response.text() };
  };
  const visit: Visit = { page: () => follow("/app"), post: (path, fields) => follow(path, { method: "POST", body: new URLSearchParams(fields) }) };
  return { status: answer.status, text: await answer.text(), visit: answer.status === 303 ? visit : null };
}

/** Opens an application and is in. */
export async function visit(person: SignedIn, key: ApplicationKey): Promise<Visit> {
  const entered = await enter(await ticketFor(person, key));
  if (!entered.visit) throw new Error(`${entered.status}: ${entered.text}`);
  return entered.visit;
}
