import { changesBetween } from "#lib/events/emit.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { operation } from "#lib/operations/operation.ts";
import { gatewayToChange, keepGateway } from "./change-gateway.ts";
import { askGateway } from "./gateway-service.ts";
import { GatewaySetUp, RegisterGatewayInput } from "./schemas.ts";
import { reported } from "./stored.ts";

/** The step Gateway: gives the gateway its site and network, and with that the gateway to the account (GW-05, GW-20, GW-21). */
export const registerGateway = operation({
  name: "gateways.register",
  summary: "Register the CloudLink gateway with its site and its network",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: RegisterGatewayInput,
  output: GatewaySetUp,
  http: { method: "PUT", path: "/accounts/{accountId}/gateway/registration" },
  async run(context, { version, site, ethernet }) {
    const { account, now } = context;
    const gateway = await gatewayToChange(context, version);
    const registration = { accountId: account.id, accountName: account.name, site, ethernet };
    const report = await askGateway((service) => service.register(gateway.serial, registration));
    const changes = changesBetween<Record<string, unknown>>({ ...gateway.site, ...gateway.ethernet }, { ...site, ...ethernet });
    return keepGateway(context, { ...reported(report, now), site, ethernet }, changes);
  },
});
