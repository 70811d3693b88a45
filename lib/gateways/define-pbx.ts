import { changesBetween } from "#lib/events/emit.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { gatewayToChange, keepGateway } from "./change-gateway.ts";
import { askGateway } from "./gateway-service.ts";
import { resolvePbx } from "./pbx-secrets.ts";
import { DefinePbxInput, GatewaySetUp, PBX_SECRETS } from "./schemas.ts";

/** The step PBX: tells the gateway which PBX it is to connect (GW-23, GW-25 to GW-28). Whether that lets it in is found out by connecting. */
export const definePbx = operation({
  name: "gateways.define-pbx",
  summary: "Define the PBX that the CloudLink gateway connects",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: DefinePbxInput,
  output: GatewaySetUp,
  http: { method: "PUT", path: "/accounts/{accountId}/gateway/pbx" },
  async run(context, { version, pbx }) {
    const gateway = await gatewayToChange(context, version);
    if (!gateway.site) throw conflict("The gateway is not configured yet. Finish the step Gateway first.");
    if (gateway.platform === "smbc") throw conflict("The gateway of an SMB controller has its PBX in the same box.");
    const { definition, stored } = resolvePbx(context.account.id, pbx, gateway.pbx);
    await askGateway((service) => service.definePbx(gateway.serial, definition), (field) => `pbx.${field}`);
    const { secrets: before = {}, ...was } = gateway.pbx ?? {};
    const { secrets: after, ...is } = stored;
    const renewed = PBX_SECRETS.filter((name) => before[name] !== after[name]).map((name) => ({ property: name, before: before[name] ? "stored" : null, after: after[name] ? "stored anew" : null }));
    return keepGateway(context, { pbx: stored, connectedAt: null, nextSyncAt: null, syncFault: "" }, [...changesBetween<Record<string, unknown>>(was, is), ...renewed]);
  },
});
