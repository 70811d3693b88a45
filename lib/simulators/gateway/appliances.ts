/** The gateways: what each tells of itself, registration with an account, and the way back to factory default (GW-22, GW-53, GW-55). */
import { randomUUID } from "node:crypto";
import { isIPv4 } from "node:net";
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { conflict, invalid, notFound, Refusal } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { isWithin } from "./networks.ts";
import type { Appliance, GatewayStore } from "./store.ts";

const needed = z.string().trim().min(1).max(200);
const ipv4 = z.string().refine((text) => isIPv4(text), "This is not an IPv4 address.");

const RegistrationBody = z.strictObject({
  accountId: z.uuid(),
  accountName: needed,
  site: z.strictObject({ siteName: needed, address: z.string().max(300), city: needed, country: needed, province: z.string().max(200), postalCode: z.string().max(20) }),
  ethernet: z.discriminatedUnion("mode", [
    z.strictObject({ mode: z.literal("dhcp") }),
    z.strictObject({ mode: z.literal("static"), ipAddress: ipv4, subnetMask: ipv4, defaultGateway: ipv4, dnsServers: z.array(ipv4).min(1) }),
  ]),
});

const ResetBody = z.strictObject({ accountId: z.uuid() });

/** The gateway behind a serial number. @throws Refusal when there is none, or nothing reaches it */
export function reach(store: GatewayStore, serial = ""): Appliance {
  const appliance = store.appliances.get(serial);
  if (!appliance) throw notFound(`There is no gateway ${serial}.`);
  if (appliance.unplugged) throw new Refusal(503, "gateway_unreachable", `Gateway ${serial} does not answer. Check its power and its network cable.`);
  return appliance;
}

/** Keeps a changed gateway, with a line in its log. */
export function keep(store: GatewayStore, appliance: Appliance, line: string): Appliance {
  store.appliances.replace(appliance.serial, appliance);
  const at = new Date().toISOString();
  store.log.add({ id: `${appliance.serial} ${at} ${randomUUID()}`, serial: appliance.serial, at, text: line });
  return appliance;
}

/** What a gateway tells of itself. */
export function report(appliance: Appliance) {
  const { serial, platform, form, ipAddress, release, availableRelease, fault, association, link, connectedAt, updateAt, tracing } = appliance;
  return {
    serial,
    platform,
    form,
    ipAddress,
    release,
    availableRelease,
    health: { ok: fault === "", message: fault },
    accountId: association?.accountId ?? null,
    pbx: link && { type: link.type, name: link.name, connected: connectedAt !== null },
    updateAt,
    tracing,
  };
}

function register(store: GatewayStore, serial: string | undefined, body: unknown): Appliance {
  const appliance = reach(store, serial);
  const { accountId, accountName, site, ethernet } = parseBody(RegistrationBody, body);
  if (appliance.association && appliance.association.accountId !== accountId) {
    throw conflict("associated", `Gateway ${appliance.serial} belongs to another customer account. It has to be reset to factory default first.`);
  }
  const ipAddress = ethernet.mode === "static" ? ethernet.ipAddress : appliance.dhcpAddress;
  if (ethernet.mode === "static") {
    const { subnetMask, defaultGateway } = ethernet;
    if (!isWithin(defaultGateway, ipAddress, subnetMask)) throw invalid("gateway_outside", "The default gateway is not in the subnet of the IP address.", "ethernet.defaultGateway");
    const taken = store.appliances.all().find((other) => other.ipAddress === ipAddress && other.serial !== appliance.serial);
    if (taken) throw conflict("address_in_use", `The IP address ${ipAddress} is in use by ${taken.serial}.`, "ethernet.ipAddress");
  }
  const listed = { accountId, name: accountName, status: "active" as const };
  if (!store.accounts.add(listed)) store.accounts.replace(accountId, listed);
  return keep(store, { ...appliance, ipAddress, association: { accountId, accountName, site, ethernet } }, `Registered for ${accountName}, port 1 ${ethernet.mode} ${ipAddress}`);
}

/** Everything that a customer has put into it is gone; it can be onboarded again. One that belongs to somebody else by now stays as it is. */
function reset(store: GatewayStore, serial: string | undefined, body: unknown): void {
  const appliance = reach(store, serial);
  const { accountId } = parseBody(ResetBody, body);
  if (appliance.association?.accountId !== accountId) return;
  store.accounts.remove(accountId);
  for (const secret of ["password", "mbgPassword", "micollabPassword"]) store.secrets.remove(`link ${appliance.serial} ${secret}`);
  keep(store, { ...appliance, ipAddress: appliance.dhcpAddress, association: null, link: null, connectedAt: null, updateAt: null, tracing: false }, "Reset to factory default");
}

/** The addresses of gateways. */
export function applianceRoutes(store: GatewayStore): Route[] {
  const one = "/api/v1/appliances/{serial}";
  return [
    { method: "GET", path: one, kind: "read", run: ({ params }) => json(200, report(reach(store, params.serial))) },
    { method: "PUT", path: `${one}/registration`, kind: "write", run: ({ params, body }) => json(200, report(register(store, params.serial, body))) },
    {
      method: "POST",
      path: `${one}/factory-reset`,
      kind: "write",
      run({ params, body }) {
        reset(store, params.serial, body);
        return nothing();
      },
    },
  ];
}
