/** Speaking to the Voice Assist service, which answers the calls. */
import { z } from "zod";
import { settings } from "#lib/config/settings.ts";
import { exchange, jsonOf, NoAnswer } from "#lib/http/exchange.ts";
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
  const { VOICE_ASSIST_URL: url, VOICE_ASSIST_SECRET: secret } = settings();
  if (!url || !secret) throw new ServiceError("Voice Assist is not connected to this portal.", false);
  const headers = { authorization: `Basic ${Buffer.from(`portal:${secret}`).toString("base64")}`, "content-type": "application/json" };
  try {
    const { status, text } = await exchange(`${url.replace(/\/$/, "")}/api/v1/attendants/${accountId}`, { method, headers, body: body && JSON.stringify(body) });
    if (status === 404 && method !== "PUT") return null;
    const parsed = jsonOf(text);
    if (status < 300) return parsed;
    const failure = Failure.safeParse(parsed);
    throw new ServiceError(`Voice Assist refused: ${failure.success ? failure.data.error.message : `it answered ${status}.`}`, status >= 500 || status === 429);
  } catch (error) {
    throw error instanceof NoAnswer ? new ServiceError(error.sentence("Voice Assist"), true) : error;
  }
}
