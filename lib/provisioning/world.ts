/** What the peers of an account told when they were last read: the ground that plans and drift stand on. */
import type {
  Agent,
  BorderGatewayInfo,
  ClientAccount,
  ClientServiceInfo,
  Employee,
  NumberInUse,
  AgentGroup,
  PbxInfo,
  PbxPhone,
  PbxUser,
  PeerInfo,
  TeleworkerSet,
  VoicemailBox,
} from "./adapters/adapter.ts";
import type { NumberHolder } from "./numbers.ts";
import { indexOf, ofKind, resource } from "./resources.ts";
import type { Resource } from "./resources.ts";
import { ownerOf } from "./references.ts";

/** The peers of an account by kind; null where the account has none. */
export type Peers = {
  mivb: PbxInfo | null;
  mbg: BorderGatewayInfo | null;
  micollab: ClientServiceInfo | null;
  micc: (PeerInfo & { kind: "micc" }) | null;
};

export type World = {
  peers: Peers;
  resources: Resource[];
  numbersInUse: NumberInUse[];
  /** Agent groups of the PBX, and the contact center's copy of them. */
  agentGroups: AgentGroup[];
  skillGroups: AgentGroup[];
};

/** The lists as the adapters give them; a peer that the account does not have gives empty ones. */
export type PeerLists = {
  users: PbxUser[];
  phones: PbxPhone[];
  voicemailBoxes: VoicemailBox[];
  agentGroups: AgentGroup[];
  teleworkerSets: TeleworkerSet[];
  clientAccounts: ClientAccount[];
  deployments: { userName: string; profile: string }[];
  employees: Employee[];
  agents: Agent[];
};

/** The resources that the peers' lists tell of, with nothing but the attributes the portal speaks of (no secret, no link). */
export function resourcesOf(lists: PeerLists): Resource[] {
  return [
    ...lists.users.map((user) => resource("mivb.user", user)),
    ...lists.phones.map((phone) => resource("mivb.phone", phone)),
    ...lists.voicemailBoxes.map(({ number }) => resource("mivb.voicemail", { number })),
    ...lists.agentGroups.flatMap(({ number: group, members }) =>
      members.map((agentNumber) => resource("mivb.agent_group_member", { group, agentNumber })),
    ),
    ...lists.teleworkerSets.map(({ sipUserName, number, description }) =>
      resource("mbg.teleworker_set", { sipUserName, number, description }),
    ),
    ...lists.clientAccounts.map(({ password: _password, deviceType: _deviceType, phoneType = null, ...account }) =>
      resource("micollab.client_account", { ...account, phoneType }),
    ),
    ...lists.deployments.map(({ userName, profile }) => resource("micollab.deployment", { userName, profile })),
    ...lists.employees.map((employee) => resource("micc.employee", employee)),
    ...lists.agents.map((agent) => resource("micc.agent", { ...agent, skillGroups: agent.skillGroups.toSorted() })),
  ];
}

/** The resources of each user, by login id; those whose owner nothing tells are left out. */
export function resourcesByOwner(resources: readonly Resource[]): Map<string, Resource[]> {
  const index = indexOf(resources);
  const owned = new Map<string, Resource[]>();
  for (const resource of resources) {
    const owner = ownerOf(resource, index);
    if (owner === null) continue;
    const before = owned.get(owner);
    if (before === undefined) owned.set(owner, [resource]);
    else before.push(resource);
  }
  return owned;
}

/** Who holds which number: users by their phones, everything else as the PBX words it. */
export function numberHolders({ resources, numbersInUse }: Pick<World, "resources" | "numbersInUse">): Map<string, NumberHolder> {
  const holders = new Map<string, NumberHolder>(numbersInUse.map(({ number, usedBy }) => [number, { usedBy, loginId: null }]));
  for (const { attributes } of ofKind(resources, "mivb.phone")) {
    const usedBy = holders.get(attributes.number)?.usedBy ?? attributes.loginId;
    holders.set(attributes.number, { usedBy, loginId: attributes.loginId });
  }
  return holders;
}
