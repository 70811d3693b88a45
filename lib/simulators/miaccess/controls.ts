/**
 * What a tester has, with the portal's client credentials in HTTP Basic: `GET /_state`, `GET` and `PUT /_faults`,
 * and `PUT /_identities/{username}` to give or take the CloudLink policy and to disable credentials.
 */
import { credentialCheck } from "../kit/credentials.ts";
import type { Faults } from "../kit/faults.ts";
import { Refusal, notFound } from "../kit/refusal.ts";
import { readBody } from "../kit/requests.ts";
import { parseBody } from "../kit/validation.ts";
import { type Directory, IdentityChanges } from "./identities.ts";
import type { OidcRecords } from "./oidc-records.ts";
import type { Middleware } from "./sign-in.ts";

type Context = Parameters<Middleware>[0];

const CONTROL = /^\/_(state|faults|identities)(?:\/([^/]+))?$/;

/** Serves the tester's controls, and applies the faults set there to everything else. */
export function controls(faults: Faults, directory: Directory, records: OidcRecords, credentials: { clientId: string; clientSecret: string }): Middleware {
  const isAllowed = credentialCheck({ username: credentials.clientId, password: credentials.clientSecret });

  async function answer(ctx: Context, name: string, argument: string): Promise<unknown> {
    if (!isAllowed(ctx.get("authorization"))) throw new Refusal(401, "unauthorized", "The client id or the client secret is wrong.");
    const request = `${ctx.method} ${name}`;
    if (request === "GET state") return { identities: directory.all(), sessions: records.countSessions(), faults: faults.get() };
    if (request === "GET faults") return faults.get();
    if (request === "PUT faults") return faults.set(await readBody(ctx.req));
    if (request === "PUT identities") return changeIdentity(argument, await readBody(ctx.req));
    throw notFound(`There is nothing at ${ctx.method} ${ctx.path}.`);
  }

  function changeIdentity(username: string, body: unknown): unknown {
    const changed = directory.change(username, parseBody(IdentityChanges, body));
    if (!changed) throw notFound(`There is no identity ${username}.`);
    if (!changed.isEnabled) records.endSessionsOf(changed.subject);
    return changed;
  }

  return async (ctx, next) => {
    const control = CONTROL.exec(ctx.path);
    try {
      if (control) {
        ctx.body = await answer(ctx, control[1] ?? "", decodeURIComponent(control[2] ?? ""));
      } else if ((await faults.before(ctx.method, ctx.path)) === "drop") {
        breakOff(ctx);
      } else {
        await next();
      }
    } catch (error) {
      // MiAccess is being stopped while a request waits out the latency it was given.
      if (error instanceof Error && error.name === "AbortError") return breakOff(ctx);
      if (!(error instanceof Refusal)) throw error;
      ctx.status = error.status;
      ctx.body = { error: { code: error.code, message: error.message, field: error.field } };
    }
  };
}

function breakOff(ctx: Context): void {
  ctx.respond = false;
  ctx.req.socket.destroy();
}
