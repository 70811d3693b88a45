/** How the MiCC reads from the MiVB and writes memberships to it: over the network, with credentials it is given. */
import { z } from "zod";
import { basicHeader, type Credentials } from "../kit/credentials.ts";
import { MAX_LIMIT } from "../kit/lists.ts";
import { invalid, Refusal } from "../kit/refusal.ts";

export type MivbAccess = Credentials & { url: string };

export type MivbGroup = { number: string; name: string; members: string[] };

export type MivbClient = {
  /** Throws a `Refusal` (422) where the number is not an ACD agent of the MiVB. */
  assertAgent(number: string): Promise<void>;
  agentGroups(): Promise<MivbGroup[]>;
  addMember(group: string, agent: string): Promise<void>;
  removeMember(group: string, agent: string): Promise<void>;
  /** Logs a hot desk agent in at a set. */
  logIn(set: string, agent: string): Promise<void>;
  logOut(set: string): Promise<void>;
};

const Phone = z.object({ acdAgent: z.boolean() });
const Groups = z.object({
  items: z.array(z.object({ number: z.string(), name: z.string(), members: z.array(z.string()) })),
  next: z.string().nullable(),
});
const Failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

async function fetchFrom(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    // fetch fails with a TypeError for a connection and with a DOMException for the time limit.
    if (error instanceof TypeError || error instanceof DOMException) {
      throw new Refusal(503, "mivb_unreachable", "The MiVoice Business does not answer; nothing was changed here.");
    }
    throw error;
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  if (response.status >= 500) return new Refusal(503, "mivb_unavailable", "The MiVoice Business can not do this now; nothing was changed here.");
  if (response.status === 401) return new Refusal(424, "mivb_credentials", "The MiVoice Business does not accept the credentials of this system.");
  const failure = Failure.safeParse(await response.json());
  return invalid("mivb_refused", `The MiVoice Business refused: ${failure.success ? failure.data.error.message : response.statusText}`);
}

/** Connects to the MiVB; `timeoutMs` is asked for at each request. Calls throw a `Refusal` that this peer can answer with. */
export function connectToMivb(access: MivbAccess, timeoutMs: () => number): MivbClient {
  const authorization = basicHeader(access);

  function call(method: string, path: string, body?: unknown): Promise<Response> {
    return fetchFrom(`${access.url}/api/v1${path}`, {
      method,
      headers: { authorization, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs()),
    });
  }

  /** `gone` says that 404 means the wanted state is there already. */
  async function change(method: string, path: string, options: { body?: unknown; gone?: boolean } = {}): Promise<void> {
    const response = await call(method, path, options.body);
    if (!response.ok && !(options.gone && response.status === 404)) throw await refusalOf(response);
    await response.arrayBuffer();
  }

  const member = (group: string, agent: string) => `/agent-groups/${encodeURIComponent(group)}/members/${encodeURIComponent(agent)}`;

  return {
    async assertAgent(number) {
      const response = await call("GET", `/phones/${encodeURIComponent(number)}`);
      if (!response.ok && response.status !== 404) throw await refusalOf(response);
      const isAgent = response.ok && Phone.parse(await response.json()).acdAgent;
      if (!isAgent) throw invalid("not_an_agent", `Number ${number} is not an ACD agent of the MiVoice Business.`, "agentNumber");
    },
    async agentGroups() {
      const groups: MivbGroup[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const response = await call("GET", `/agent-groups?limit=${MAX_LIMIT}&after=${encodeURIComponent(after)}`);
        if (!response.ok) throw await refusalOf(response);
        const { items, next }: z.output<typeof Groups> = Groups.parse(await response.json());
        groups.push(...items);
        after = next;
      }
      return groups;
    },
    addMember: (group, agent) => change("PUT", member(group, agent)),
    removeMember: (group, agent) => change("DELETE", member(group, agent), { gone: true }),
    logIn: (set, agent) => change("PUT", `/hot-desk/${encodeURIComponent(set)}`, { body: { number: agent } }),
    logOut: (set) => change("DELETE", `/hot-desk/${encodeURIComponent(set)}`, { gone: true }),
  };
}
