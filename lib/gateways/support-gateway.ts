/** What support does with a gateway from afar (GWSUP-03): its log, call traces, restart and updates. */
import { z } from "zod";
import type { PropertyChange } from "#lib/events/schemas.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { conflict, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import type { GatewayAdapter, GatewayReport } from "#lib/provisioning/adapters/cloudlink-gateway.ts";
import { gatewayToChange, keepGateway } from "./change-gateway.ts";
import { askGateway } from "./gateway-service.ts";
import { GatewaySetUp, GatewaySupport, ScheduleUpdateInput, TracingInput } from "./schemas.ts";
import { readGateway, reported } from "./stored.ts";

/** The page "Gateway" below Support: nothing of it is shown of a gateway that is not connected or does not answer (GWSUP-04 to GWSUP-06). */
export const getGatewaySupport = operation({
  name: "gateways.get-support",
  summary: "The CloudLink gateway as support sees it: its version, its call traces and its log",
  permission: [{ feature: "support", action: "view" }, { feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: GatewaySupport,
  http: { method: "GET", path: "/accounts/{accountId}/gateway/support" },
  async run({ account, db }) {
    const gateway = await readGateway(db, account.id);
    if (!gateway?.site) throw conflict("No gateway is connected to this account. Look into it under Integrations & Apps.");
    const { serial } = gateway;
    return askGateway(async (service) => {
      const [{ release, availableRelease, updateAt, tracing }, lines] = await Promise.all([service.report(serial), service.log(serial)]);
      return { release, availableRelease, updateAt, tracing, lines };
    });
  },
});

type Act = (service: GatewayAdapter, serial: string) => Promise<GatewayReport>;

async function act(context: OperationContext<"account">, ask: Act, change: PropertyChange): Promise<GatewaySetUp> {
  const gateway = await gatewayToChange(context);
  if (!gateway.site) throw conflict("No gateway is connected to this account. Look into it under Integrations & Apps.");
  const report = await askGateway((service) => ask(service, gateway.serial));
  return keepGateway(context, reported(report, context.now), [change]);
}

const DECLARED = { permission: MAY_CONFIGURE, scope: "account", kind: "write", output: GatewaySetUp } as const;
const NOTHING = z.object({});

export const rebootGateway = operation({
  ...DECLARED,
  name: "gateways.reboot",
  summary: "Restart the CloudLink gateway",
  input: NOTHING,
  http: { method: "POST", path: "/accounts/{accountId}/gateway/reboot" },
  run: (context) => act(context, (service, serial) => service.reboot(serial), { property: "restart", before: null, after: "started" }),
});

export const updateGateway = operation({
  ...DECLARED,
  name: "gateways.update-release",
  summary: "Update the CloudLink gateway to the newest release",
  input: NOTHING,
  http: { method: "POST", path: "/accounts/{accountId}/gateway/update" },
  run: (context) => act(context, (service, serial) => service.update(serial), { property: "update", before: null, after: "installed" }),
});

export const scheduleUpdate = operation({
  ...DECLARED,
  name: "gateways.schedule-update",
  summary: "Set when the CloudLink gateway updates itself",
  input: ScheduleUpdateInput,
  http: { method: "PUT", path: "/accounts/{accountId}/gateway/update-schedule" },
  run(context, { at }) {
    // The gateway would take it as due and restart at once, at whatever hour.
    if (at !== null && new Date(at) <= context.now) throw invalid("Please choose a time that is still to come.", "at");
    return act(context, (service, serial) => service.scheduleUpdate(serial, at), { property: "updateAt", before: null, after: at });
  },
});

export const setTracing = operation({
  ...DECLARED,
  name: "gateways.set-tracing",
  summary: "Start or stop tracing calls at the CloudLink gateway",
  input: TracingInput,
  http: { method: "PUT", path: "/accounts/{accountId}/gateway/tracing" },
  run: (context, { on }) => act(context, (service, serial) => service.setTracing(serial, on), { property: "tracing", before: !on, after: on }),
});
