/** The ACD agent groups (skill groups) and their members. */
import { json, nothing } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { invalid, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { AgentGroupBody, type NamedNumber } from "./schemas.ts";
import type { MivbStore } from "./store.ts";

function getGroup(store: MivbStore, number = ""): NamedNumber {
  const group = store.agentGroups.get(number);
  if (!group) throw notFound(`There is no agent group ${number}.`, "group");
  return group;
}

function showGroup(store: MivbStore, group: NamedNumber) {
  return { ...group, members: store.memberships.membersOf(group.number) };
}

/** Adds an agent group; its number is taken from the element's numbers like any other. */
export function addGroup(store: MivbStore, group: NamedNumber): NamedNumber {
  store.plan.claim(group.number, `agent group "${group.name}"`);
  store.agentGroups.add(group);
  return group;
}

function addMember(store: MivbStore, group: string | undefined, agent: string): void {
  const { number } = getGroup(store, group);
  if (!store.phones.get(agent)?.acdAgent) throw invalid("not_an_agent", `Number ${agent} is not an ACD agent of this system.`, "agentNumber");
  store.memberships.add(number, agent);
}

/** The addresses of agent groups and their members. Adding a member who is one already changes nothing. */
export function agentGroupRoutes(store: MivbStore): Route[] {
  const all = "/api/v1/agent-groups";
  const member = `${all}/{group}/members/{agent}`;
  return [
    {
      method: "GET",
      path: all,
      kind: "read",
      run: (request) => listAnswer(store.agentGroups.page(readPageRequest(request)), (group) => showGroup(store, group)),
    },
    {
      method: "POST",
      path: all,
      kind: "write",
      run: ({ body }) => json(201, showGroup(store, addGroup(store, parseBody(AgentGroupBody, body)))),
    },
    {
      method: "DELETE",
      path: `${all}/{group}`,
      kind: "write",
      run({ params }) {
        const { number } = getGroup(store, params.group);
        store.memberships.removeGroup(number);
        store.agentGroups.remove(number);
        store.plan.release(number);
        return nothing();
      },
    },
    {
      method: "PUT",
      path: member,
      kind: "write",
      run({ params }) {
        addMember(store, params.group, params.agent ?? "");
        return nothing();
      },
    },
    {
      method: "DELETE",
      path: member,
      kind: "write",
      run({ params }) {
        const { number } = getGroup(store, params.group);
        const agent = params.agent ?? "";
        if (!store.memberships.remove(number, agent)) throw notFound(`Agent ${agent} is not in group ${number}.`, "agentNumber");
        return nothing();
      },
    },
  ];
}
