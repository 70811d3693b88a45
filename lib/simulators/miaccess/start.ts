/** The simulated MiAccess: where partners sign in, for the portal and for its own home page. */
import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openDatabase } from "../kit/database.ts";
import { createFaults } from "../kit/faults.ts";
import { controls } from "./controls.ts";
import { openDirectory } from "./identities.ts";
import { openKeys } from "./keys.ts";
import { openOidcRecords } from "./oidc-records.ts";
import { makeProvider } from "./provider.ts";
import { type Middleware, pages } from "./sign-in.ts";

type MiAccessOptions = {
  host: string;
  /** 0 takes a free port; the issuer's address, and with it every token, then changes from start to start. */
  port: number;
  /** Holds the database file `miaccess.sqlite`. */
  dataDir: string;
  clientId: string;
  clientSecret: string;
  /** Where the portal takes the answer of a sign-in. */
  redirectUris: string[];
  /** Where the portal wants its users to arrive after logging out here; anywhere else is refused. */
  postLogoutRedirectUris?: string[];
  /** Where a sign-in to the portal begins; the home page's entry "Mitel Administration" leads there. */
  portalSignInUrl: string;
};

export type RunningMiAccess = { issuer: string; close(): Promise<void> };

/**
 * Starts MiAccess, an OpenID Connect provider: authorization code with PKCE, log-out on request of the portal.
 * Keys, sessions and identities are kept in `dataDir`. Rejects when the port is taken or the folder can not be written.
 */
export async function startMiAccess(options: MiAccessOptions): Promise<RunningMiAccess> {
  const database = openDatabase(join(options.dataDir, "miaccess.sqlite"));
  const records = openOidcRecords(database);
  const [keys, directory] = await Promise.all([openKeys(database), openDirectory(database)]);
  const server = createServer();
  const port = await listen(server, options.port, options.host);
  const issuer = `http://${options.host}:${port}`;

  const closing = new AbortController();
  const postLogoutRedirectUris = options.postLogoutRedirectUris ?? [];
  const provider = makeProvider(issuer, port, keys, records, directory, { ...options, postLogoutRedirectUris });
  provider.use(contentPolicy([...options.redirectUris, ...postLogoutRedirectUris]));
  provider.use(controls(createFaults(closing.signal), directory, records, options));
  provider.use(pages(provider, directory, options.portalSignInUrl));
  const handle = provider.callback();
  const running = new Set<Promise<void>>();
  server.on("request", (request, response) => {
    const handled = handle(request, response).finally(() => running.delete(handled));
    running.add(handled);
  });

  return {
    issuer,
    async close() {
      closing.abort();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, ...running]);
      database.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** No scripts, nothing foreign. Forms may end at the portal, because browsers hold the redirects behind a form to this too. */
function contentPolicy(redirectUris: string[]): Middleware {
  const origins = new Set(redirectUris.map((uri) => new URL(uri).origin));
  const policy = `default-src 'none';style-src 'self';img-src data:;script-src 'self';form-action 'self' ${[...origins].join(" ")};base-uri 'none';frame-ancestors 'none'`;
  return async (ctx, next) => {
    ctx.set("content-security-policy", policy);
    ctx.set("x-content-type-options", "nosniff");
    // Not "no-referrer": browsers then hide the origin of forms, and a form from elsewhere could not be told apart.
    ctx.set("referrer-policy", "same-origin");
    await next();
  };
}
