/** The directory and its provisioning as programs use them; what the console's forms do goes the same ways. */
import { type Answer, json, nothing } from "../kit/answers.ts";
import { parseBody } from "../kit/validation.ts";
import { notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { z } from "zod";
import type { Provisioning } from "./cycle.ts";
import { PersonBody, PersonChanges } from "./schemas.ts";
import type { CycleResult } from "./schemas.ts";
import type { EntraStore } from "./store.ts";

const OnDemand = z.object({ objectId: z.string() });
const Credentials = z.object({ tenantUrl: z.string().trim(), secretToken: z.string().trim() });

/** How provisioning stands (AADC-11). */
export function statusOf(store: EntraStore): Record<string, unknown> {
  const { mode, provisioning, lastCycle, failedCycles, nextCycleAt, groupsEnabled } = store.settings.get();
  return { mode, provisioning, lastCycle, failedCycles, nextCycleAt, groupsEnabled, usersProvisioned: usersProvisioned(store) };
}

/** Whom the application has by now. */
export function usersProvisioned(store: EntraStore): number {
  return store.targets.all().filter(({ id, gone }) => id !== "" && !gone).length;
}

/** The actions of the provisioning page, by their names in addresses. */
export function actionsOf(provisioning: Provisioning): Record<string, () => Promise<CycleResult | null>> {
  return {
    start: provisioning.start,
    restart: provisioning.restart,
    cycle: provisioning.runNow,
    stop: async () => {
      provisioning.stop();
      return null;
    },
  };
}

/** The routes below `/api`. */
export function apiRoutes(store: EntraStore, provisioning: Provisioning): Route[] {
  const actions = actionsOf(provisioning);
  const answered = (result: unknown) => (): Answer => (result === null ? nothing() : json(200, result));
  return [
    { method: "GET", path: "/api/users", kind: "read", run: () => json(200, { items: store.people.all() }) },
    { method: "POST", path: "/api/users", kind: "write", run: ({ body }) => json(201, store.addPerson(parseBody(PersonBody, body))) },
    { method: "PATCH", path: "/api/users/{id}", kind: "write", run: ({ params, body }) => json(200, store.changePerson(params.id ?? "", parseBody(PersonChanges, body))) },
    {
      method: "DELETE",
      path: "/api/users/{id}",
      kind: "write",
      run({ params }) {
        store.removePerson(params.id ?? "");
        return nothing();
      },
    },
    { method: "GET", path: "/api/provisioning", kind: "read", run: () => json(200, statusOf(store)) },
    { method: "GET", path: "/api/log", kind: "read", run: () => json(200, { items: store.log() }) },
    { method: "POST", path: "/api/test-connection", kind: "prepared", run: async ({ body }) => answered(await provisioning.testConnection(parseBody(Credentials, body))) },
    { method: "POST", path: "/api/on-demand", kind: "prepared", run: async ({ body }) => answered(await provisioning.onDemand(parseBody(OnDemand, body).objectId)) },
    {
      method: "POST",
      path: "/api/provisioning/{action}",
      kind: "prepared",
      async run({ params }) {
        const action = actions[params.action ?? ""];
        if (!action) throw notFound("There is no such action.");
        return answered(await action());
      },
    },
  ];
}
