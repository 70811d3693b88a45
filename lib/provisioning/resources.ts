/**
 * What a peer can hold for a user, as the portal speaks of it: a kind, the peer's own key, and attributes.
 *
 * Secrets are never part of a resource, a plan or a stored step: the password of a client account, the SIP password of a
 * teleworker set, the passcode of a voicemail box and the PIN of a deployment are made by the executor at the moment it
 * sends the step, by the rule of the user's template, and given to the peer only (design section 5).
 */
import type { Agent, ClientAccount, Employee, PbxPhone, PbxUser, PeerKind, TeleworkerSet, VoicemailBox } from "./adapters/adapter.ts";

export type Attributes = {
  "mivb.user": PbxUser;
  "mivb.phone": PbxPhone;
  "mivb.voicemail": Omit<VoicemailBox, "passcode">;
  "mivb.agent_group_member": { group: string; agentNumber: string };
  "mbg.teleworker_set": Omit<TeleworkerSet, "sipPassword">;
  /** The phone type says whether the soft phone extension is a SIP ACD softphone; the device type follows from it (ACDADD-06). */
  "micollab.client_account": Omit<ClientAccount, "password" | "phoneType" | "deviceType"> & { phoneType: string | null };
  "micollab.deployment": { userName: string; profile: string };
  "micc.employee": Employee;
  "micc.agent": Agent;
};

export type ResourceKind = keyof Attributes;
export type ResourceOf<K extends ResourceKind> = { kind: K; key: string; attributes: Attributes[K] };
export type Resource = { [K in ResourceKind]: ResourceOf<K> }[ResourceKind];

/**
 * The kinds in the order in which they are made. A phone needs its user; a box, a group membership and a teleworker set
 * need their phone; an account needs the phones it names; a deployment carries the account and the set; an agent needs
 * the employee, the phone, and the membership that its skill groups repeat. Deleting goes the other way round.
 */
export const RESOURCE_KINDS: readonly ResourceKind[] = [
  "mivb.user",
  "mivb.phone",
  "mivb.voicemail",
  "mivb.agent_group_member",
  "mbg.teleworker_set",
  "micollab.client_account",
  "micollab.deployment",
  "micc.employee",
  "micc.agent",
];

/** The key by which the peer knows a resource of this kind. */
const KEYS: { [K in ResourceKind]: (attributes: Attributes[K]) => string } = {
  "mivb.user": ({ loginId }) => loginId,
  "mivb.phone": ({ number }) => number,
  "mivb.voicemail": ({ number }) => number,
  "mivb.agent_group_member": ({ group, agentNumber }) => `${group}/${agentNumber}`,
  "mbg.teleworker_set": ({ sipUserName }) => sipUserName,
  "micollab.client_account": ({ userName }) => userName,
  "micollab.deployment": ({ userName }) => userName,
  "micc.employee": ({ loginId }) => loginId,
  "micc.agent": ({ agentNumber }) => agentNumber,
};

/** A resource of a kind with its key made from its attributes. */
export function resource<K extends ResourceKind>(kind: K, attributes: Attributes[K]): ResourceOf<K> {
  return { kind, key: KEYS[kind](attributes), attributes };
}

/** What names a resource among all of an account's peers, e.g. `mivb.phone 2201`. */
export function identityOf({ kind, key }: { kind: ResourceKind; key: string }): string {
  return `${kind} ${key}`;
}

/** The kind of peer that holds a kind of resource. */
export function peerOf(kind: ResourceKind): PeerKind {
  return kind.slice(0, kind.indexOf(".")) as PeerKind;
}

/** The directory number a resource belongs to, for "who holds 2201?"; empty for those without one. */
export function numberOf(resource: Resource): string {
  switch (resource.kind) {
    case "mivb.phone":
    case "mivb.voicemail":
    case "mbg.teleworker_set":
      return resource.attributes.number;
    case "mivb.agent_group_member":
    case "micc.agent":
      return resource.attributes.agentNumber;
    default:
      return "";
  }
}

/** The resources of one kind, typed. */
export function ofKind<K extends ResourceKind>(resources: Iterable<Resource>, kind: K): ResourceOf<K>[] {
  const found: ResourceOf<K>[] = [];
  for (const resource of resources) if (isKind(resource, kind)) found.push(resource);
  return found;
}

/** Whether a resource is of a kind. */
export function isKind<K extends ResourceKind>(resource: Resource, kind: K): resource is Extract<Resource, { kind: K }> & ResourceOf<K> {
  return resource.kind === kind;
}

export type ResourceIndex = ReadonlyMap<string, Resource>;

/** Resources by identity; of two with the same identity the later one counts. */
export function indexOf(resources: Iterable<Resource>): Map<string, Resource> {
  const index = new Map<string, Resource>();
  for (const resource of resources) index.set(identityOf(resource), resource);
  return index;
}

/** The resource of a kind and key in an index. */
export function find<K extends ResourceKind>(index: ResourceIndex, kind: K, key: string): ResourceOf<K> | undefined {
  const resource = index.get(identityOf({ kind, key }));
  return resource !== undefined && isKind(resource, kind) ? resource : undefined;
}
