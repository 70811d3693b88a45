/** How many queries a request makes, whatever the size of the page; counted on the wire of a web process of its own. */
import { fork } from "node:child_process";
import { freePort } from "#lib/config/ports.ts";
import { sessionCookieName } from "#lib/auth/session-cookie.ts";
import { waitForWeb } from "#lib/processes/wait-for-web.ts";
import { startCountingProxy } from "./counting-proxy.ts";
import { atMost } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { send } from "./load.ts";
import { sessionCookieFor } from "./page.ts";
import type { Stage } from "./stage.ts";

const QUERIES = 4;

/** Counts the queries of the list as a page, and of reads over the REST door. */
export async function measureQueries(stage: Stage): Promise<Finding[]> {
  const { portal, accounts, admin } = stage;
  const cookie = `${sessionCookieName()}=${await sessionCookieFor(accounts.large, admin)}`;
  const api = `/api/v1/accounts/${accounts.large}`;
  const requests: Record<string, { path: string; headers: Record<string, string> }> = {
    "the list page": { path: `/accounts/${accounts.large}/users`, headers: { cookie } },
    "the list page, searching": { path: `/accounts/${accounts.large}/users?search=ada`, headers: { cookie } },
    "list, 25 rows": { path: `${api}/users?size=25`, headers: admin.headers },
    "list, 200 rows": { path: `${api}/users?size=200`, headers: admin.headers },
    "search": { path: `${api}/users?search=ada`, headers: admin.headers },
    "one user": { path: `${api}/users/${admin.userId}`, headers: admin.headers },
    "events": { path: `${api}/events`, headers: admin.headers },
  };
  const proxy = await startCountingProxy(portal.env["DATABASE_URL"]!);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const web = fork("lib/processes/web.ts", ["start", "-H", "127.0.0.1", "-p", String(port)], {
    env: { ...portal.env, NODE_ENV: "production", DATABASE_URL: proxy.url, PORT: String(port), PORTAL_URL: url, NEXTAUTH_URL: url },
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  try {
    await waitForWeb(`${url}/api/health`);
    const findings: Finding[] = [];
    for (const [name, { path, headers }] of Object.entries(requests)) findings.push(atMost(QUERIES, { name: `queries of a request: ${name}`, value: await countOne(proxy, url + path, headers), unit: "queries" }));
    return findings;
  } finally {
    const ended = new Promise((resolve) => web.once("exit", resolve));
    web.kill("SIGTERM");
    await ended;
    proxy.close();
  }
}

/** The second request counts: with the first one, connections are opened as well. */
async function countOne(proxy: { take(): number }, address: string, headers: Record<string, string>): Promise<number> {
  await send(address, { headers });
  proxy.take();
  const { status, text } = await send(address, { headers });
  if (status !== 200) throw new Error(`${address} answered ${status}: ${text.slice(0, 300)}`);
  return proxy.take();
}
