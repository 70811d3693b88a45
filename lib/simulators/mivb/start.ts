/** The simulated MiVoice Business. */
import { json } from "../kit/answers.ts";
import { sectionOf } from "../kit/console.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_AGENT_GROUPS, DEMO_PEERS } from "../kit/demo.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import { startPeer } from "../kit/server.ts";
import { addGroup, agentGroupRoutes } from "./agent-groups.ts";
import { hotDeskRoutes } from "./hot-desk.ts";
import { phoneOwnerRoutes } from "./phone-owners.ts";
import { phoneRoutes } from "./phones.ts";
import { readSettings, writeSettings } from "./settings-changes.ts";
import { type MivbStore, openStore } from "./store.ts";
import { userRoutes } from "./users.ts";
import { voicemailRoutes } from "./voicemail.ts";

// The oldest release that supports the ACD SIP softphone (ACDPRE-01).
const RELEASE = "9.4";

const SEEDED_HUNT_GROUPS = [
  { number: "2206", name: "Reception" },
  { number: "2207", name: "Service" },
];

function seed(store: MivbStore): void {
  writeSettings(store, { huntGroups: SEEDED_HUNT_GROUPS });
  store.plan.claim("2900", "the voicemail pilot");
  for (const group of DEMO_AGENT_GROUPS) addGroup(store, group);
}

function oneTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

function info(store: MivbStore) {
  const settings = store.settings.get();
  return {
    kind: "mivb",
    name: store.name,
    release: RELEASE,
    numberRanges: settings.numberRanges,
    voicemailDigitLength: settings.voicemailDigitLength,
    classesOfService: oneTo(settings.classesOfService),
    classesOfRestriction: oneTo(settings.classesOfRestriction),
    zones: oneTo(settings.zones),
    maxServicesPerUser: settings.maxServicesPerUser,
  };
}

function stateOf(store: MivbStore) {
  return {
    settings: readSettings(store),
    users: store.users.all(),
    phones: store.phones.all(),
    associations: store.users.all().flatMap(({ loginId }) => store.associations.ofUser(loginId)),
    voicemailBoxes: store.voicemailBoxes.all(),
    agentGroups: store.agentGroups.all().map((group) => ({ ...group, members: store.memberships.membersOf(group.number) })),
    hotDeskSessions: store.hotDeskSessions.all(),
  };
}

function consoleSections(store: MivbStore) {
  return [
    sectionOf("phones", "Phones", store.phones, {
      Number: (phone) => phone.number,
      User: (phone) => phone.loginId,
      Label: (phone) => phone.serviceLabel,
      Type: (phone) => phone.phoneType,
      Device: (phone) => phone.deviceType ?? "Hot desk",
      Protocol: (phone) => phone.protocol,
      "ACD agent": (phone) => phone.acdAgent && "Yes",
      "SIP softphone": (phone) => phone.enableSipSoftphone && "Yes",
      "Call state": (phone) => phone.callState,
    }),
    sectionOf("users", "Users", store.users, {
      "Login ID": (user) => user.loginId,
      "Last name": (user) => user.lastName,
      "First name": (user) => user.firstName,
      "E-mail": (user) => user.email,
      Department: (user) => user.department,
      Numbers: (user) => store.associations.ofUser(user.loginId).map(({ number }) => number).join(", "),
    }),
    sectionOf("voicemail", "Voicemail boxes", store.voicemailBoxes, { Number: (box) => box.number }),
    sectionOf("agent-groups", "Agent groups", store.agentGroups, {
      Number: (group) => group.number,
      Name: (group) => group.name,
      Members: (group) => store.memberships.membersOf(group.number).join(", "),
    }),
    sectionOf("hunt-groups", "Hunt groups", store.huntGroups, { Number: (group) => group.number, Name: (group) => group.name }),
    sectionOf("hot-desk", "Hot desk logins", store.hotDeskSessions, { Set: (session) => session.set, Number: (session) => session.number }),
  ];
}

function define(database: Database, name: string): PeerDefinition {
  const store = openStore(database, name);
  database.seedOnce(() => seed(store));
  return {
    title: DEMO_PEERS.mivb.title,
    name,
    release: RELEASE,
    routes: [
      { method: "GET", path: "/api/v1/info", kind: "read", run: () => json(200, info(store)) },
      ...userRoutes(store),
      ...phoneRoutes(store),
      ...phoneOwnerRoutes(store),
      ...voicemailRoutes(store),
      ...agentGroupRoutes(store),
      ...hotDeskRoutes(store),
    ],
    sections: consoleSections(store),
    settings: { read: () => readSettings(store), write: (body) => writeSettings(store, body) },
    state: () => stateOf(store),
  };
}

/** Starts a simulated MiVoice Business; its first start seeds numbers, hunt groups and agent groups. */
export function startMivb(options: PeerOptions): Promise<RunningPeer> {
  const name = options.name ?? DEMO_PEERS.mivb.name;
  return startPeer(options, name, (database) => define(database, name));
}
