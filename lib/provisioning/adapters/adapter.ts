/**
 * What the portal needs of the systems that serve its users: one interface per kind of peer.
 * An implementation is one file beside this one; a real MiVoice Business would be one more.
 * Adapters know nothing of accounts, plans or the database.
 */

export type PeerKind = "mivb" | "mbg" | "micollab" | "micc";
/** Every system that the portal speaks to in this way: those that serve users, an Open Integration Gateway, on which nothing is made for them, and the service of the CloudLink gateways. */
export type ServerKind = PeerKind | "oig" | "gateway";

/**
 * Why a peer did not do what it was asked.
 * - `unreachable`: no connection, no answer within the time limit, or the connection broke off. May pass.
 * - `transient`: the peer answered that it can not now (HTTP 429, 5xx). May pass.
 * - `conflict`: what was asked for collides with what is there (a number in use). Does not pass by waiting.
 * - `rejected`: the peer refuses the request as it is (a missing field, a wrong password, no licence left).
 */
export type PeerFailure = "unreachable" | "transient" | "conflict" | "rejected";

export class PeerError extends Error {
  readonly failure: PeerFailure;
  readonly peer: ServerKind;
  /** The peer's own reason code, e.g. `number_in_use`; `timeout`, `refused`, `bad_answer` are the adapter's. */
  readonly reason: string;
  /** The field of the request that the peer names, if it names one. */
  readonly field: string | undefined;

  constructor(peer: ServerKind, failure: PeerFailure, reason: string, message: string, field?: string) {
    super(message);
    this.name = "PeerError";
    this.peer = peer;
    this.failure = failure;
    this.reason = reason;
    this.field = field;
  }

  /** Whether the same request may succeed later without anybody changing anything. */
  get mayPass(): boolean {
    return this.failure === "unreachable" || this.failure === "transient";
  }
}

/** How to reach one peer. `timeoutMs` bounds each request. */
export type PeerConnection = { baseUrl: string; username: string; password: string; timeoutMs: number };

/** What every peer tells of itself; `name` is its own name (e.g. "mivb-1"), `release` its software release. */
export type PeerInfo = { kind: PeerKind; name: string; release: string };

/** Day, night 1 and night 2 values of a class of service or restriction (ACDTPL-10). */
export type ThreeShifts = { day: number; night1: number; night2: number };

export type PbxInfo = PeerInfo & {
  kind: "mivb";
  /** Directory numbers the dialling plan gives to phones; both ends included. */
  numberRanges: { from: string; to: string }[];
  voicemailDigitLength: number;
  classesOfService: number[];
  classesOfRestriction: number[];
  zones: number[];
  maxServicesPerUser: number;
};

export type PbxUser = {
  loginId: string;
  firstName: string;
  lastName: string;
  email: string;
  department: string;
  location: string;
};

export type PbxPhone = {
  number: string;
  /** Login id of the user it is made for; in a list, empty for a phone that was disassociated from its last user. */
  loginId: string;
  isPrimary: boolean;
  serviceLabel: string;
  phoneType: "Mitel PBX Phone" | "Generic SIP Phone";
  /** Required unless `hotDeskingUser`. */
  deviceType: string | null;
  macAddress: string | null;
  protocol: "MINET" | "SIP";
  hotDeskingUser: boolean;
  acdAgent: boolean;
  enableSipSoftphone: boolean;
  externalHotDeskLicense: boolean;
  preferredSet: string;
  private: boolean;
  secondaryElement: string | null;
  didServiceNumber: string | null;
  useAsOutgoingDid: boolean;
  cesid: string | null;
  serviceLevel: string;
  zoneId: number;
  callCoverageServiceNumber: number;
  classOfService: ThreeShifts;
  classOfRestriction: ThreeShifts;
};

export type VoicemailBox = { number: string; passcode?: string };
/** An agent group of the PBX; members are agent (hot desk) numbers. */
export type AgentGroup = { number: string; name: string; members: string[] };
export type NumberInUse = { number: string; usedBy: string };

export type PbxAdapter = {
  kind: "mivb";
  info(): Promise<PbxInfo>;
  listUsers(): Promise<PbxUser[]>;
  listPhones(): Promise<PbxPhone[]>;
  listVoicemailBoxes(): Promise<VoicemailBox[]>;
  listAgentGroups(): Promise<AgentGroup[]>;
  /** Every number that is taken, by phones and by anything else (hunt groups, trunks …); `usedBy` is for people. */
  listNumbersInUse(): Promise<NumberInUse[]>;
  createUser(user: PbxUser, idempotencyKey: string): Promise<void>;
  updateUser(loginId: string, changes: Partial<PbxUser>, idempotencyKey: string): Promise<void>;
  deleteUser(loginId: string, idempotencyKey: string): Promise<void>;
  createPhone(phone: PbxPhone, idempotencyKey: string): Promise<void>;
  updatePhone(number: string, changes: Partial<PbxPhone>, idempotencyKey: string): Promise<void>;
  deletePhone(number: string, idempotencyKey: string): Promise<void>;
  createVoicemailBox(box: VoicemailBox, idempotencyKey: string): Promise<void>;
  deleteVoicemailBox(number: string, idempotencyKey: string): Promise<void>;
  addToAgentGroup(group: string, agentNumber: string, idempotencyKey: string): Promise<void>;
  removeFromAgentGroup(group: string, agentNumber: string, idempotencyKey: string): Promise<void>;
};

export type TeleworkerSet = {
  /** Login name, a hyphen and the number, e.g. `smithj-7328` (SUP-10). */
  sipUserName: string;
  number: string;
  description: string;
  /** Sent on create only; never comes back. */
  sipPassword?: string;
};

export type BorderGatewayInfo = PeerInfo & { kind: "mbg"; connection: "local" | "remote" | "clustered"; sipHost: string };

export type BorderGatewayAdapter = {
  kind: "mbg";
  info(): Promise<BorderGatewayInfo>;
  listTeleworkerSets(): Promise<TeleworkerSet[]>;
  createTeleworkerSet(set: TeleworkerSet, idempotencyKey: string): Promise<void>;
  updateTeleworkerSet(sipUserName: string, changes: Partial<TeleworkerSet>, idempotencyKey: string): Promise<void>;
  deleteTeleworkerSet(sipUserName: string, idempotencyKey: string): Promise<void>;
};

export type UccLicence = { bundle: string; partNumber: string; total: number; used: number };

export type ClientServiceInfo = PeerInfo & {
  kind: "micollab";
  mode: "integrated" | "colocated";
  flowThrough: boolean;
  licences: UccLicence[];
  featureProfiles: string[];
  userProfiles: string[];
  deploymentProfiles: { name: string; mbgSipHost: string; mbgWebRtcSipHost: string }[];
};

export type ClientAccount = {
  userName: string;
  firstName: string;
  lastName: string;
  email: string;
  /** Name of the UCC bundle the account uses a licence of (ACDPRE-11). */
  uccBundle: string;
  featureProfile: string;
  userProfile: string;
  /** A directory number, or null for "None". */
  deskPhoneExtension: string | null;
  softPhoneExtension: string | null;
  /**
   * `SOFTPHONE` and 76 for a SIP ACD softphone (ACDADD-06); derived by the peer, null without one. Left out of a request, the
   * soft phone extension is taken for one; a `phoneType` of null says that it is none.
   */
  phoneType?: string | null;
  deviceType?: number | null;
  miTeamClassic: boolean;
  /** Whether the integrated directory service (IDS) may manage the user (ACDTPL-28). */
  idsManageable: boolean;
  /** Sent on create and on change only; never comes back. */
  password?: string;
};

/** `link` is what the QR code holds; `pin` is asked for when the link is opened (DEPLOY-28). */
export type Deployment = { link: string; qrSvg: string; pin: string };

/** An SMS number that was given to MiCollab; `active` while a stream of its users uses it. */
export type SmsNumberInUse = { number: string; active: boolean };

export type ClientServiceAdapter = {
  kind: "micollab";
  info(): Promise<ClientServiceInfo>;
  setFlowThrough(on: boolean): Promise<void>;
  listClientAccounts(): Promise<ClientAccount[]>;
  createClientAccount(account: ClientAccount, idempotencyKey: string): Promise<void>;
  updateClientAccount(userName: string, changes: Partial<ClientAccount>, idempotencyKey: string): Promise<void>;
  deleteClientAccount(userName: string, idempotencyKey: string): Promise<void>;
  /** Deploys the client by a deployment profile: caches its configuration behind a link and a QR code. */
  deploy(userName: string, profile: string, pin: string, idempotencyKey: string): Promise<Deployment>;
  /** Takes a deployment back: its link stops working. */
  undeploy(userName: string, idempotencyKey: string): Promise<void>;
  listDeployments(): Promise<{ userName: string; profile: string; link: string }[]>;
  listSmsNumbers(): Promise<SmsNumberInUse[]>;
  /** Gives all its SMS numbers at once; one that is active in a stream can not be left out. */
  setSmsNumbers(numbers: readonly string[]): Promise<void>;
};

export type Employee = { loginId: string; firstName: string; lastName: string; email: string };
export type Agent = { agentNumber: string; loginId: string; skillGroups: string[] };

export type ContactCenterAdapter = {
  kind: "micc";
  info(): Promise<PeerInfo & { kind: "micc" }>;
  listEmployees(): Promise<Employee[]>;
  listAgents(): Promise<Agent[]>;
  listSkillGroups(): Promise<AgentGroup[]>;
  createEmployee(employee: Employee, idempotencyKey: string): Promise<void>;
  updateEmployee(loginId: string, changes: Partial<Employee>, idempotencyKey: string): Promise<void>;
  deleteEmployee(loginId: string, idempotencyKey: string): Promise<void>;
  /** `skillGroups` is written through to the PBX by the contact center (ACDCC-10). */
  createAgent(agent: Agent, idempotencyKey: string): Promise<void>;
  updateAgent(agentNumber: string, changes: Partial<Agent>, idempotencyKey: string): Promise<void>;
  deleteAgent(agentNumber: string, idempotencyKey: string): Promise<void>;
  /** Starts the manual synchronization from the PBX and waits for it (ACDCC-09). */
  synchronize(): Promise<void>;
};

export type Adapters = {
  mivb: PbxAdapter;
  mbg: BorderGatewayAdapter;
  micollab: ClientServiceAdapter;
  micc: ContactCenterAdapter;
};
