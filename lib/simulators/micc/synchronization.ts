/** Skill groups as the MiCC knows them, and the manual synchronization that brings them to what the MiVB holds (ACDCC-08, ACDCC-09). */
import { randomUUID } from "node:crypto";
import { json } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import type { Route } from "../kit/routes.ts";
import type { MivbClient, MivbGroup } from "./mivb-client.ts";
import type { MiccStore, Synchronization } from "./store.ts";

function replaceSkillGroups(store: MiccStore, groups: MivbGroup[]): void {
  for (const { number } of store.skillGroups.all()) store.skillGroups.remove(number);
  store.memberships.clear();
  for (const { number, name, members } of groups) {
    store.skillGroups.add({ number, name });
    for (const agent of members) store.memberships.add(number, agent);
  }
}

/** The addresses of skill groups and of synchronizations. */
export function synchronizationRoutes(store: MiccStore, mivb: MivbClient): Route[] {
  return [
    {
      method: "GET",
      path: "/api/v1/skill-groups",
      kind: "read",
      run: (request) =>
        listAnswer(store.skillGroups.page(readPageRequest(request)), (group) => ({
          ...group,
          members: store.memberships.membersOf(group.number),
        })),
    },
    {
      method: "GET",
      path: "/api/v1/synchronizations",
      kind: "read",
      run: (request) => listAnswer(store.synchronizations.page(readPageRequest(request))),
    },
    {
      method: "POST",
      path: "/api/v1/synchronizations",
      kind: "prepared",
      async run() {
        const startedAt = new Date();
        const groups = await mivb.agentGroups();
        return () => {
          replaceSkillGroups(store, groups);
          const synchronization: Synchronization = {
            id: `${startedAt.toISOString()} ${randomUUID()}`,
            startedAt: startedAt.toISOString(),
            finishedAt: new Date().toISOString(),
            skillGroups: groups.length,
            members: groups.reduce((sum, { members }) => sum + members.length, 0),
          };
          store.synchronizations.add(synchronization);
          return json(200, synchronization);
        };
      },
    },
  ];
}
