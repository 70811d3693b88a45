/** Requests over kept connections, timed from the first byte sent to the last byte received. */
import { Agent, request } from "node:http";

/** Where requests go; the paths are asked for in turn, each with the headers and, for a POST, with a body. */
export type Target = {
  origin: string;
  paths: readonly string[];
  headers?: Record<string, string>;
  /** Makes the body of each request; with it requests are POSTs. */
  body?: () => string | Uint8Array;
};

export type Answer = { status: number; text: string; ms: number };

const agents = new Map<number, Agent>();

function agentFor(connections: number): Agent {
  const agent = agents.get(connections) ?? new Agent({ keepAlive: true, maxSockets: connections });
  agents.set(connections, agent);
  return agent;
}

/** Closes the kept connections. */
export function closeConnections(): void {
  for (const agent of agents.values()) agent.destroy();
  agents.clear();
}

type Request = { method?: string; headers?: Record<string, string>; body?: string | Uint8Array; agent?: Agent };

/** Sends one request and reads its answer to the end. */
export function send(url: string, { method = "GET", headers = {}, body, agent = agentFor(1) }: Request = {}): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const outgoing = request(url, { method, headers: { ...headers, ...length }, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8"), ms: performance.now() - began }));
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

/**
 * Asks a target so many times, with so many requests under way at any moment.
 * @returns the milliseconds of each request
 * @throws Error at an answer that is not a success: its time would say nothing
 */
export async function ask(target: Target, count: number, atOnce: number): Promise<number[]> {
  const agent = agentFor(atOnce);
  const times: number[] = [];
  let sent = 0;
  const line = async () => {
    while (sent < count) {
      const path = target.paths[sent % target.paths.length]!;
      sent += 1;
      const { status, text, ms } = await send(target.origin + path, {
        agent,
        headers: target.headers,
        ...(target.body ? { method: "POST", body: target.body() } : {}),
      });
      if (status >= 300) throw new Error(`${target.origin}${path} answered ${status}: ${text.slice(0, 300)}`);
      times.push(ms);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  return times;
}

const ROUNDS = 6;

/**
 * Measures several targets side by side: in rounds, one after the other in each, so that whatever else the machine does
 * falls on all of them alike.
 * @param count requests per target, warm-up apart
 */
export async function sideBySide<Name extends string>(targets: Record<Name, Target>, count: number, atOnce: number): Promise<Record<Name, number[]>> {
  const names = Object.keys(targets) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const perRound = Math.ceil(count / ROUNDS);
  for (const name of names) await ask(targets[name], perRound, atOnce);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) times[name].push(...(await ask(targets[name], perRound, atOnce)));
  }
  return times;
}
