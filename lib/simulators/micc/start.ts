/** The simulated MiContact Center. */
import { json } from "../kit/answers.ts";
import { sectionOf } from "../kit/console.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_AGENT_GROUPS, DEMO_PEERS } from "../kit/demo.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";
import { agentLoginRoutes } from "./agent-logins.ts";
import { agentRoutes } from "./agents.ts";
import { employeeRoutes } from "./employees.ts";
import { connectToMivb, type MivbAccess } from "./mivb-client.ts";
import { MiccSettingsBody, type MiccStore, openStore } from "./store.ts";
import { synchronizationRoutes } from "./synchronization.ts";

// The oldest release that supports the ACD SIP softphone (ACDPRE-01).
const RELEASE = "9.1";

/** `mivb` is the MiVoice Business whose agents it has, and the credentials it uses there. */
export type MiccOptions = PeerOptions & { mivb: MivbAccess };

function consoleSections(store: MiccStore) {
  return [
    sectionOf("agents", "Agents", store.agents, {
      "Agent number": (agent) => agent.agentNumber,
      Employee: (agent) => agent.loginId,
      "Skill groups": (agent) => store.memberships.groupsOf(agent.agentNumber).join(", "),
      "Logged in at": (agent) => store.agentLogins.get(agent.agentNumber)?.set,
    }),
    sectionOf("employees", "Employees", store.employees, {
      "Login ID": (employee) => employee.loginId,
      "Last name": (employee) => employee.lastName,
      "First name": (employee) => employee.firstName,
      "E-mail": (employee) => employee.email,
    }),
    sectionOf("skill-groups", "Skill groups", store.skillGroups, {
      Number: (group) => group.number,
      Name: (group) => group.name,
      Members: (group) => store.memberships.membersOf(group.number).join(", "),
    }),
    sectionOf("synchronizations", "Synchronizations", store.synchronizations, {
      Started: (synchronization) => synchronization.startedAt,
      Finished: (synchronization) => synchronization.finishedAt,
      "Skill groups": (synchronization) => synchronization.skillGroups,
      Members: (synchronization) => synchronization.members,
    }),
  ];
}

function stateOf(store: MiccStore) {
  return {
    settings: store.settings.get(),
    employees: store.employees.all(),
    agents: store.agents.all(),
    skillGroups: store.skillGroups.all().map((group) => ({ ...group, members: store.memberships.membersOf(group.number) })),
    agentLogins: store.agentLogins.all(),
    synchronizations: store.synchronizations.all(),
  };
}

function define(database: Database, name: string, access: MivbAccess): PeerDefinition {
  const store = openStore(database);
  const mivb = connectToMivb(access, () => store.settings.get().mivbTimeoutMs);
  database.seedOnce(() => {
    for (const group of DEMO_AGENT_GROUPS) store.skillGroups.add(group);
  });
  return {
    title: DEMO_PEERS.micc.title,
    name,
    release: RELEASE,
    routes: [
      { method: "GET", path: "/api/v1/info", kind: "read", run: () => json(200, { kind: "micc", name, release: RELEASE }) },
      ...employeeRoutes(store),
      ...agentRoutes(store, mivb),
      ...agentLoginRoutes(store, mivb),
      ...synchronizationRoutes(store, mivb),
    ],
    sections: consoleSections(store),
    settings: { read: () => store.settings.get(), write: (body) => store.settings.change(parseBody(MiccSettingsBody, body)) },
    state: () => stateOf(store),
  };
}

/** Starts a simulated MiContact Center; its first start seeds the skill groups a fresh MiVB has. */
export function startMicc(options: MiccOptions): Promise<RunningPeer> {
  const name = options.name ?? DEMO_PEERS.micc.name;
  return startPeer(options, name, (database) => define(database, name, options.mivb));
}
