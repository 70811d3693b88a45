/** A MiAccess for one test, with a relying party (openid-client, a certified one) in front of it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, Issuer, custom, generators } from "openid-client";
import { onTestFinished } from "vitest";
import { DEMO_IDENTITIES, type DemoIdentity } from "#lib/simulators/miaccess/identities.ts";
import { type RunningMiAccess, startMiAccess } from "#lib/simulators/miaccess/start.ts";
import { type Browser, ONE_REQUEST, type Visit } from "./browser.ts";

const PORTAL = "http://127.0.0.1:9";
export const CALLBACK = `${PORTAL}/api/auth/callback/miaccess`;
export const AFTER_LOGOUT = `${PORTAL}/login`;
export const SIGN_IN_START = `${PORTAL}/login?with=miaccess`;
const SCOPE = "openid profile email organisation";

const CLIENT = { clientId: "mitel-administration", clientSecret: "a-secret-of-at-least-32-characters" };

// A connection that is kept would be found closed by the first request after a restart.
custom.setHttpOptionsDefaults({ headers: ONE_REQUEST });

type MiAccessUnderTest = {
  issuer: string;
  relyingParty(secret?: string): Promise<Client>;
  /** A request of the tester's controls. */
  control(method: string, path: string, body?: unknown, secret?: string): Promise<Response>;
  /** Stops it and starts it again on the same port and state. */
  restart(): Promise<void>;
};

/** Starts MiAccess on a free port with a folder of its own; both go when the test is finished. */
export async function miAccessForTest(): Promise<MiAccessUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), "miaccess-"));
  const start = (port: number) =>
    startMiAccess({ host: "127.0.0.1", port, dataDir, ...CLIENT, redirectUris: [CALLBACK], postLogoutRedirectUris: [AFTER_LOGOUT], portalSignInUrl: SIGN_IN_START });
  let running: RunningMiAccess = await start(0);
  const { issuer } = running;
  onTestFinished(async () => {
    await running.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    issuer,
    async relyingParty(secret = CLIENT.clientSecret) {
      const { Client } = await Issuer.discover(issuer);
      return new Client({ client_id: CLIENT.clientId, client_secret: secret, redirect_uris: [CALLBACK], response_types: ["code"] });
    },
    control: (method, path, body, secret = CLIENT.clientSecret) =>
      fetch(`${issuer}${path}`, {
        method,
        headers: { ...ONE_REQUEST, authorization: `Basic ${btoa(`${CLIENT.clientId}:${secret}`)}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    async restart() {
      await running.close();
      running = await start(Number(new URL(issuer).port));
    },
  };
}

/** One of the demo people by first name. */
export function person(firstName: string): DemoIdentity {
  const found = DEMO_IDENTITIES.find((identity) => identity.firstName === firstName);
  if (!found) throw new Error(`There is no ${firstName}.`);
  return found;
}

/** What one of the demo people types in. */
export function credentials(firstName: string): { username: string; password: string } {
  const { username, password } = person(firstName);
  return { username, password };
}

/** The secrets of one sign-in, which the relying party keeps until the answer comes. */
export function newSignIn() {
  return { state: generators.state(), nonce: generators.nonce(), code_verifier: generators.codeVerifier() };
}

type SignIn = ReturnType<typeof newSignIn>;

/** Where the relying party sends the browser. */
export function signInUrl(client: Client, signIn: SignIn, changes: Record<string, string> = {}): string {
  return client.authorizationUrl({
    scope: SCOPE,
    state: signIn.state,
    nonce: signIn.nonce,
    code_challenge: generators.codeChallenge(signIn.code_verifier),
    code_challenge_method: "S256",
    ...changes,
  });
}

/** Fills in the sign-in page. */
export function enter(browser: Browser, loginPage: Visit, { username, password }: { username: string; password: string }): Promise<Visit> {
  return browser.submit(loginPage, { username, password });
}

/** What the relying party makes of the address the browser came back to. */
export function finish(client: Client, signIn: SignIn, visit: Visit) {
  return client.callback(CALLBACK, client.callbackParams(visit.url), { ...signIn, response_type: "code" });
}
