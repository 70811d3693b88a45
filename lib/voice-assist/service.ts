/** Speaking to the Voice Assist service, which answers the calls. */
import { z } from "zod";
import { settings } from "#lib/config/settings.ts";
import type { AttachedPbx } from "./schemas.ts";

export type Attendant = { company: string; number: string; timeZone: string; recipe: string; pbxs: AttachedPbx[]; directory: { name: string; number: string }[] };

const Told = z.object({ flow: z.array(z.string()), calls: z.int(), directory: z.array(z.unknown()) });
const Failure = z.object({ error: z.object({ message: z.string() }) });

/** Why the service did not do it, in a sentence; one that may pass is tried again. */
export class ServiceError extends Error {
  readonly mayPass: boolean;

  constructor(message: string, mayPass: boolean) {
    super(message);
    this.name = "ServiceError";
    this.mayPass = mayPass;
  }
}

/** Tells the service of an attendant, new or changed. Throws a `ServiceError`. */
export async function putAttendant(accountId: string, attendant: Attendant): Promise<void> {
  await ask("PUT", accountId, attendant);
}

/** Takes an attendant from the service; that there is none is success. Throws a `ServiceError`. */
export async function removeAttendant(accountId: string): Promise<void> {
  await ask("DELETE", accountId);
}

/** What the service says of an attendant; null where it has none. Throws a `ServiceError`. */
export async function readAttendant(accountId: string): Promise<{ flow: string[]; calls: number; directory: number } | null> {
  const body = await ask("GET", accountId);
  if (body === null) return null;
  const told = Told.safeParse(body);
  if (!told.success) throw new ServiceError("Voice Assist answered something that can not be read.", false);
  return { ...told.data, directory: told.data.directory.length };
}

async function ask(method: string, accountId: string, body?: object): Promise<unknown> {
  const { VOICE_ASSIST_URL: url, VOICE_ASSIST_SECRET: secret, PEER_TIMEOUT_MS } = settings();
  if (!url || !secret) throw new ServiceError("Voice Assist is not connected to this portal.", false);
  const headers = { authorization: `Basic ${Buffer.from(`portal:${secret}`).toString("base64")}`, "content-type": "application/json" };
  let answer: { status: number; text: string };
  try {
    const response = await fetch(`${url.replace(/\/$/, "")}/api/v1/attendants/${accountId}`, { method, headers, body: body && JSON.stringify(body), redirect: "manual", signal: AbortSignal.timeout(PEER_TIMEOUT_MS) });
    answer = { status: response.status, text: await response.text() };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    throw new ServiceError(error.name === "TimeoutError" ? "Voice Assist did not answer in time." : "Voice Assist can not be reached.", true);
  }
  if (answer.status === 404 && method !== "PUT") return null;
  const parsed = parse(answer.text);
  if (answer.status < 300) return parsed;
  const failure = Failure.safeParse(parsed);
  throw new ServiceError(`Voice Assist refused: ${failure.success ? failure.data.error.message : `it answered ${answer.status}.`}`, answer.status >= 500 || answer.status === 429);
}

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
