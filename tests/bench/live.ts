/** How soon what has happened is on an open page: server-sent events from the commit of somebody's change. */
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { atMost } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { send } from "./load.ts";
import type { Stage } from "./stage.ts";
import { median, percentile } from "./statistics.ts";

const ROUNDS = 30;
const LIMIT_MS = 1_000;

/** Adds accounts and waits for each one's notification. Timed from before the request, so that the commit lies within. */
export async function measureLive({ portal, partner }: Stage): Promise<Finding[]> {
  const stream = await openStream(`${portal.url}/api/v1/me/stream`, partner.headers);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const name = `Announced ${round}`;
    const told = stream.next(name);
    const began = performance.now();
    const body = JSON.stringify({ name, country: "DE", address: "Hafenstraße 12", city: "Hamburg", postalCode: "20457", supportContacts: [{ email: partner.email }] });
    const { status, text } = await send(`${portal.url}/api/v1/accounts`, { method: "POST", headers: { ...partner.headers, "content-type": "application/json" }, body });
    if (status !== 200) throw new Error(`The account was not added: ${text}`);
    await told;
    times.push(performance.now() - began);
  }
  stream.close();
  const p95Ms = percentile(times, 0.95);
  return [atMost(LIMIT_MS, { name: "a notification on an open page, p95 with the request that caused it", value: p95Ms, unit: "ms", more: `p50 ${median(times).toFixed(1)} ms`, figures: { p50Ms: median(times), p95Ms } })];
}

type Stream = { next(text: string): Promise<void>; close(): void };

/** Opens the stream of a page; `next` is kept when an event that holds the text has come. */
async function openStream(url: string, headers: Record<string, string>): Promise<Stream> {
  const outgoing = request(url, { headers, agent: false });
  const response = await new Promise<IncomingMessage>((resolve, reject) => outgoing.once("response", resolve).once("error", reject).end());
  const waiting = new Map<string, () => void>();
  let unread = "";
  const ready = Promise.withResolvers<void>();
  waiting.set("event: ready", ready.resolve);
  response.setEncoding("utf8").on("data", (chunk: string) => {
    const events = (unread + chunk).split("\n\n");
    unread = events.pop() ?? "";
    for (const event of events) {
      for (const [text, tell] of waiting) if (event.includes(text)) tell();
    }
  });
  response.on("error", () => {});
  await ready.promise;
  return {
    next: (text) => new Promise((resolve) => waiting.set(text, resolve)),
    close: () => outgoing.destroy(),
  };
}
