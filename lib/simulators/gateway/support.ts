/** What support does with a gateway from afar: restart, update, logs, call traces (§ 2.11). */
import { z } from "zod";
import { json } from "../kit/answers.ts";
import { conflict } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { keep, reach, report } from "./appliances.ts";
import type { Appliance, GatewayStore } from "./store.ts";

const NEWEST = 200;
const ScheduleBody = z.strictObject({ at: z.iso.datetime().nullable() });
const TracingBody = z.strictObject({ on: z.boolean() });

/** A restart ends what is wrong with it. */
function reboot(store: GatewayStore, appliance: Appliance): Appliance {
  return keep(store, { ...appliance, fault: "" }, "Restarted");
}

function update(store: GatewayStore, appliance: Appliance): Appliance {
  if (appliance.availableRelease === "") throw conflict("up_to_date", `Release ${appliance.release} is the newest one.`);
  return keep(store, { ...appliance, release: appliance.availableRelease, availableRelease: "", updateAt: null }, `Updated to release ${appliance.availableRelease}`);
}

/** What was scheduled happens when it is next looked for. */
function updated(store: GatewayStore, appliance: Appliance): Appliance {
  const isDue = appliance.updateAt !== null && Date.parse(appliance.updateAt) <= Date.now();
  return isDue && appliance.availableRelease !== "" ? update(store, appliance) : appliance;
}

function schedule(store: GatewayStore, appliance: Appliance, body: unknown): Appliance {
  const { at } = parseBody(ScheduleBody, body);
  return updated(store, keep(store, { ...appliance, updateAt: at }, at ? `Update scheduled for ${at}` : "Scheduled update cancelled"));
}

function trace(store: GatewayStore, appliance: Appliance, body: unknown): Appliance {
  const { on } = parseBody(TracingBody, body);
  return keep(store, { ...appliance, tracing: on }, on ? "Call trace started" : "Call trace stopped");
}

/** The addresses of support. */
export function supportRoutes(store: GatewayStore): Route[] {
  const path = (act: string) => `/api/v1/appliances/{serial}/${act}`;
  const write = (method: string, act: string, run: (appliance: Appliance, body: unknown) => Appliance): Route => ({
    method,
    path: path(act),
    kind: "write",
    run: ({ params, body }) => json(200, report(run(reach(store, params.serial), body))),
  });
  return [
    write("POST", "reboot", (appliance) => reboot(store, appliance)),
    write("POST", "update", (appliance) => update(store, appliance)),
    write("PUT", "update-schedule", (appliance, body) => schedule(store, appliance, body)),
    write("PUT", "tracing", (appliance, body) => trace(store, appliance, body)),
    {
      method: "GET",
      path: path("log"),
      kind: "read",
      run: ({ params }) => json(200, { items: store.log.findBy("serial", reach(store, params.serial).serial).toReversed().slice(0, NEWEST).map(({ at, text }) => ({ at, text })), next: null }),
    },
  ];
}
