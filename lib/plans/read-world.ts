/** Reads what the peers of an account hold: the one place where plans and reconciliation look at the world. */
import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "#lib/db/client.ts";
import { connectElement } from "#lib/network-elements/connect.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import type { PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { resourcesOf } from "#lib/provisioning/world.ts";
import type { PeerLists, Peers, World } from "#lib/provisioning/world.ts";

/** The element of an account that is a kind of peer. */
export type Elements = Partial<Record<PeerKind, { id: string; name: string }>>;

export type WorldRead = {
  world: World;
  elements: Elements;
  /** The peers that could not be read, each with a sentence why; nothing of theirs is in the world. */
  unread: { kind: PeerKind; name: string; message: string; mayPass: boolean }[];
};

const NO_LISTS: PeerLists = { users: [], phones: [], voicemailBoxes: [], agentGroups: [], teleworkerSets: [], clientAccounts: [], deployments: [], employees: [], agents: [] };

type Reading = { peers: Peers; lists: PeerLists; numbersInUse: World["numbersInUse"]; skillGroups: World["skillGroups"] };

/** Pauses before a peer that could not be read is asked again, in milliseconds: reading does no harm, and one lost answer of many is no reason to refuse a plan. */
const READ_AGAIN_AFTER_MS = [250, 750];

/** Reads every peer of an account at the same time. Never throws for a peer that does not answer. */
export async function readWorld(db: Db, accountId: string): Promise<WorldRead> {
  const elements = await db.networkElement.findMany({ where: { accountId, kind: { in: Object.keys(READERS) } } });
  const reading: Reading = { peers: { mivb: null, mbg: null, micollab: null, micc: null }, lists: { ...NO_LISTS }, numbersInUse: [], skillGroups: [] };
  const unread: WorldRead["unread"] = [];
  await Promise.all(
    elements.map(async (element) => {
      const kind = element.kind as PeerKind;
      try {
        await readPeer(kind, element, reading);
      } catch (error) {
        if (!(error instanceof PeerError)) throw error;
        unread.push({ kind, name: element.name, message: error.message, mayPass: error.mayPass });
      }
    }),
  );
  const { peers, lists, numbersInUse, skillGroups } = reading;
  return {
    world: { peers, resources: resourcesOf(lists), numbersInUse, agentGroups: lists.agentGroups, skillGroups },
    elements: Object.fromEntries(elements.map(({ id, kind, name }) => [kind, { id, name }])),
    unread,
  };
}

type Element = Parameters<typeof connectElement>[0];

async function readPeer(kind: PeerKind, element: Element, reading: Reading): Promise<void> {
  for (const ms of READ_AGAIN_AFTER_MS) {
    try {
      return await READERS[kind](element, reading);
    } catch (error) {
      if (!(error instanceof PeerError && wasDisturbed(error))) throw error;
      await pause(ms);
    }
  }
  return READERS[kind](element, reading);
}

/** Whether a peer is there and only this request went wrong; for one that is not, nobody is kept waiting. */
function wasDisturbed({ failure, reason }: PeerError): boolean {
  return failure === "transient" || reason === "broken_off";
}

const READERS: Record<PeerKind, (element: Element, reading: Reading) => Promise<void>> = {
  async mivb(element, { peers, lists, ...reading }) {
    const pbx = connectElement<"mivb">(element);
    const [info, users, phones, voicemailBoxes, agentGroups, numbersInUse] = await Promise.all([
      pbx.info(),
      pbx.listUsers(),
      pbx.listPhones(),
      pbx.listVoicemailBoxes(),
      pbx.listAgentGroups(),
      pbx.listNumbersInUse(),
    ]);
    peers.mivb = info;
    Object.assign(lists, { users, phones, voicemailBoxes, agentGroups });
    reading.numbersInUse.push(...numbersInUse);
  },
  async mbg(element, { peers, lists }) {
    const gateway = connectElement<"mbg">(element);
    const [info, teleworkerSets] = await Promise.all([gateway.info(), gateway.listTeleworkerSets()]);
    peers.mbg = info;
    Object.assign(lists, { teleworkerSets });
  },
  async micollab(element, { peers, lists }) {
    const clientService = connectElement<"micollab">(element);
    const [info, clientAccounts, deployments] = await Promise.all([clientService.info(), clientService.listClientAccounts(), clientService.listDeployments()]);
    peers.micollab = info;
    Object.assign(lists, { clientAccounts, deployments });
  },
  async micc(element, { peers, lists, skillGroups }) {
    const contactCenter = connectElement<"micc">(element);
    const [info, employees, agents, groups] = await Promise.all([contactCenter.info(), contactCenter.listEmployees(), contactCenter.listAgents(), contactCenter.listSkillGroups()]);
    peers.micc = info;
    Object.assign(lists, { employees, agents });
    skillGroups.push(...groups);
  },
};
