/** The agents of the contact center: hot desk numbers of the MiVB, with the skill groups they are in. */
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { conflict, invalid, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import type { MivbClient } from "./mivb-client.ts";
import type { Agent, MiccStore } from "./store.ts";

const AgentBody = z.strictObject({
  agentNumber: z.string().min(1).max(7),
  loginId: z.string().min(1),
  skillGroups: z.array(z.string()),
});

type AgentFields = z.output<typeof AgentBody>;

function getAgent(store: MiccStore, agentNumber = ""): Agent {
  const agent = store.agents.get(agentNumber);
  if (!agent) throw notFound(`There is no agent ${agentNumber}.`, "agentNumber");
  return agent;
}

function showAgent(store: MiccStore, agent: Agent) {
  return {
    ...agent,
    skillGroups: store.memberships.groupsOf(agent.agentNumber),
    loggedInAt: store.agentLogins.get(agent.agentNumber)?.set ?? null,
  };
}

function assertKnown(store: MiccStore, { loginId, skillGroups }: Pick<AgentFields, "loginId" | "skillGroups">): void {
  if (!store.employees.get(loginId)) throw invalid("unknown_employee", `There is no employee ${loginId}.`, "loginId");
  const unknown = skillGroups.find((group) => !store.skillGroups.get(group));
  if (unknown !== undefined) {
    throw invalid("unknown_skill_group", `There is no skill group ${unknown}; synchronize if it is new on the MiVoice Business.`, "skillGroups");
  }
}

/** Brings an agent's memberships on the MiVB from the ones known here to the wanted ones (ACDCC-10). */
async function writeThrough(store: MiccStore, mivb: MivbClient, agent: string, wanted: string[]): Promise<void> {
  const present = store.memberships.groupsOf(agent);
  for (const group of wanted.filter((each) => !present.includes(each))) await mivb.addMember(group, agent);
  for (const group of present.filter((each) => !wanted.includes(each))) await mivb.removeMember(group, agent);
}

function keepMemberships(store: MiccStore, agent: string, skillGroups: string[]): void {
  store.memberships.removeAgent(agent);
  for (const group of skillGroups) store.memberships.add(group, agent);
}

function assertNew(store: MiccStore, agentNumber: string): void {
  if (store.agents.get(agentNumber)) throw conflict("agent_exists", `Agent ${agentNumber} exists already.`, "agentNumber");
}

/** The MiVB is asked and written to first, so that what is kept here is never ahead of it; a repeated request changes nothing there. */
async function prepareNewAgent(store: MiccStore, mivb: MivbClient, body: unknown) {
  const { skillGroups, ...agent } = parseBody(AgentBody, body);
  assertNew(store, agent.agentNumber);
  assertKnown(store, { loginId: agent.loginId, skillGroups });
  await mivb.assertAgent(agent.agentNumber);
  await writeThrough(store, mivb, agent.agentNumber, skillGroups);
  return () => {
    assertNew(store, agent.agentNumber);
    assertKnown(store, { loginId: agent.loginId, skillGroups });
    store.agents.add(agent);
    keepMemberships(store, agent.agentNumber, skillGroups);
    return json(201, showAgent(store, agent));
  };
}

async function prepareChange(store: MiccStore, mivb: MivbClient, agentNumber: string | undefined, body: unknown) {
  const before = getAgent(store, agentNumber);
  const changes = parseBody(AgentBody.partial(), body);
  if (changes.agentNumber !== undefined && changes.agentNumber !== before.agentNumber) {
    throw conflict("fixed_field", `The number of agent ${before.agentNumber} can not be changed.`, "agentNumber");
  }
  const after = { agentNumber: before.agentNumber, loginId: changes.loginId ?? before.loginId };
  const skillGroups = changes.skillGroups ?? store.memberships.groupsOf(before.agentNumber);
  assertKnown(store, { loginId: after.loginId, skillGroups });
  if (changes.skillGroups) await writeThrough(store, mivb, before.agentNumber, skillGroups);
  return () => {
    getAgent(store, after.agentNumber);
    store.agents.replace(after.agentNumber, after);
    if (changes.skillGroups) keepMemberships(store, after.agentNumber, skillGroups);
    return json(200, showAgent(store, after));
  };
}

async function prepareDeletion(store: MiccStore, mivb: MivbClient, agentNumber: string | undefined) {
  const agent = getAgent(store, agentNumber);
  await writeThrough(store, mivb, agent.agentNumber, []);
  const login = store.agentLogins.get(agent.agentNumber);
  if (login) await mivb.logOut(login.set);
  return () => {
    store.agents.remove(agent.agentNumber);
    store.agentLogins.remove(agent.agentNumber);
    store.memberships.removeAgent(agent.agentNumber);
    return nothing();
  };
}

/** The addresses of agents. */
export function agentRoutes(store: MiccStore, mivb: MivbClient): Route[] {
  const all = "/api/v1/agents";
  const one = `${all}/{agentNumber}`;
  return [
    {
      method: "GET",
      path: all,
      kind: "read",
      run: (request) => listAnswer(store.agents.page(readPageRequest(request)), (agent) => showAgent(store, agent)),
    },
    { method: "GET", path: one, kind: "read", run: ({ params }) => json(200, showAgent(store, getAgent(store, params.agentNumber))) },
    { method: "POST", path: all, kind: "prepared", run: ({ body }) => prepareNewAgent(store, mivb, body) },
    { method: "PATCH", path: one, kind: "prepared", run: ({ params, body }) => prepareChange(store, mivb, params.agentNumber, body) },
    { method: "DELETE", path: one, kind: "prepared", run: ({ params }) => prepareDeletion(store, mivb, params.agentNumber) },
  ];
}
