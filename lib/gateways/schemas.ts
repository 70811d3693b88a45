/** CloudLink gateways as every door sees them (safe for the browser). */
import { z } from "zod";
import { COUNTRIES } from "#lib/accounts/countries.ts";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";

export const PLATFORMS = ["standalone", "smbc"] as const;
export type Platform = (typeof PLATFORMS)[number];
const Form = z.enum(["physical", "virtual"]);

/** The steps of the set-up (GW-14); on an SMB controller "connect" is called Sync, and there is no "pbx" (GW-24). */
export const WIZARD_STEPS = ["gateway", "pbx", "connect", "deployment", "advanced", "overview"] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

/** The types of PBX that can be connected (GW-27), by the names they are sold under. */
export const PBX_TYPES = { mivoice_business: "MiVoice Business", mivoice_5000: "MiVoice 5000", mx_one: "MiVoice MX-ONE", mivoice_office_400: "MiVoice Office 400" } as const;
export type PbxType = keyof typeof PBX_TYPES;
export const PBX_TYPE_KEYS = Object.keys(PBX_TYPES) as [PbxType, ...PbxType[]];

/** Noted with the integration while the connected PBX is a MiVoice Office 400. */
export const OFFICE_400 = "mivoice_office_400";

export const LONGEST_SYNC_MINUTES = 1_440;

const text = (max: number) => z.string().trim().max(max, `At most ${max} characters.`);
const required = (label: string, max = 200) => text(max).min(1, `Please fill in ${label}.`);

export const Site = z.object({
  siteName: required("Site Name"),
  address: text(300),
  city: required("City"),
  country: z.string("Please choose a country.").refine((code) => COUNTRIES.has(code), "Please choose a country.").describe("ISO 3166-1 alpha-2, such as DE"),
  province: required("Province / State"),
  postalCode: required("Postal / Zip Code", 20),
});
export type Site = z.infer<typeof Site>;

const ADDRESS_HINT = "Please enter an IP address, like 192.168.10.20.";
const ipAddress = (label: string) => required(label, 15).pipe(z.ipv4(ADDRESS_HINT));

const NETMASK = /^1*0*$/;
const isNetmask = (mask: string) => NETMASK.test(mask.split(".").map((part) => Number(part).toString(2).padStart(8, "0")).join(""));

/** Port 1 of the appliance (GW-16). */
export const Ethernet = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("dhcp") }),
  z.object({
    mode: z.literal("static"),
    ipAddress: ipAddress("IP Address"),
    subnetMask: ipAddress("Subnet Mask").refine(isNetmask, "Please enter a subnet mask, like 255.255.255.0."),
    defaultGateway: ipAddress("Default Gateway"),
    dnsServers: z.array(z.ipv4(ADDRESS_HINT)).min(1, "Please add at least one DNS server.").max(4, "At most 4 DNS servers."),
  }),
]);
export type Ethernet = z.infer<typeof Ethernet>;

export const RegisterGatewayInput = z.object({ version: z.number().int(), site: Site, ethernet: Ethernet });

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
const host = (label: string) => required(label, 255).regex(HOST, "Please enter an IP address or a host name.");
const optionalHost = z.union([z.literal(""), text(255).regex(HOST, "Please enter an IP address or a host name.")]);
const secret = z.string().max(200, "At most 200 characters.");
const port = z.coerce.number("Please enter a port from 1 to 65535.").int("Please enter a port from 1 to 65535.").min(1, "Please enter a port from 1 to 65535.").max(65_535, "Please enter a port from 1 to 65535.");

/** What is asked of a MiVoice Business (GW-26). A password that is left empty stays the stored one. */
const MivbDefinition = z.object({
  type: z.literal("mivoice_business"),
  name: required("PBX Name"),
  address: host("PBX IP Address or FQDN"),
  mbgAddress: host("MBG IP Address or FQDN"),
  mbgPassword: secret,
  micollabAddress: optionalHost,
  micollabPassword: secret,
});
/** What is asked of every other type (GW-25). */
const PbxWithSystemUser = z.object({
  type: z.enum(["mivoice_5000", "mx_one", "mivoice_office_400"]),
  name: required("PBX Name"),
  address: host("IP Address"),
  port,
  username: required("CloudLink System Username"),
  password: secret,
});
export const PbxInput = z.discriminatedUnion("type", [MivbDefinition, PbxWithSystemUser]);
export type PbxInput = z.infer<typeof PbxInput>;
/** The passwords among what is asked of a PBX. */
export const PBX_SECRETS = ["password", "mbgPassword", "micollabPassword"] as const;

export const DefinePbxInput = z.object({ version: z.number().int(), pbx: PbxInput });

export const SyncScheduleInput = z.object({
  minutes: z.coerce.number("Please enter a number of minutes.").int("Please enter whole minutes.").min(1, "At least 1 minute.").max(LONGEST_SYNC_MINUTES, `At most ${LONGEST_SYNC_MINUTES} minutes.`),
});

/** How a gateway stands, as far as the entry in the panel tells. */
export type GatewayFacts = {
  platform: Platform;
  form: z.infer<typeof Form>;
  address: string;
  availableRelease: string;
  fault: string;
  syncFault: string;
  registered: boolean;
  pbxDefined: boolean;
  connected: boolean;
  completed: boolean;
};

/** The PBX as it may be shown: which passwords are stored, and none of them. */
const PbxView = z.object({
  type: z.enum(PBX_TYPE_KEYS),
  name: z.string(),
  address: z.string(),
  port: z.number().int().nullable(),
  username: z.string(),
  mbgAddress: z.string(),
  micollabAddress: z.string(),
  keptSecrets: z.array(z.enum(PBX_SECRETS)),
});
export type PbxView = z.infer<typeof PbxView>;

export const GatewayView = z.object({
  serial: z.string(),
  platform: z.enum(PLATFORMS),
  form: Form,
  address: z.string(),
  release: z.string(),
  availableRelease: z.string(),
  fault: z.string(),
  checkedAt: z.iso.datetime(),
  detectedAt: z.iso.datetime(),
  detectedBy: z.string(),
  site: Site.nullable(),
  ethernet: Ethernet.nullable(),
  pbx: PbxView.nullable(),
  connectedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  syncMinutes: z.number().int(),
  isSyncing: z.boolean(),
  syncedAt: z.iso.datetime().nullable(),
  syncFault: z.string(),
  pbxUserCount: z.number().int(),
  didNumber: z.string(),
  withoutEmail: z.number().int(),
  sharedEmail: z.number().int(),
  version: z.number().int(),
});
export type GatewayView = z.infer<typeof GatewayView>;

/** The set-up of an account: what the wizard needs. */
export const GatewaySetUp = z.object({
  gateway: GatewayView.nullable(),
  /** Where a set-up goes on. */
  step: z.enum(WIZARD_STEPS),
  /** What the site is pre-filled with (GW-15); what the account lacks is empty. */
  business: z.object({ siteName: z.string(), address: z.string(), city: z.string(), country: z.string(), province: z.string(), postalCode: z.string() }),
});
export type GatewaySetUp = z.infer<typeof GatewaySetUp>;

/** A gateway that has sent somebody here, and the accounts that they may onboard it for. */
export const ClaimView = z.object({
  serial: z.string(),
  platform: z.enum(PLATFORMS),
  form: Form,
  address: z.string(),
  accounts: z.array(z.object({ id: z.uuid(), name: z.string(), hasIntegration: z.boolean() })),
});
export type ClaimView = z.infer<typeof ClaimView>;

export const Claim = z.object({ claim: z.string().min(1).max(2_000) });
export const LookAtClaimInput = Claim.extend({ search: z.string().trim().max(100).default("") });

/** What is irregular with the address of a PBX user (GW-34). */
export const IRREGULARITIES = ["missing", "shared"] as const;

export const FindPbxUsersInput = ListQuery.extend({ email: z.enum(IRREGULARITIES).optional(), sort: z.enum(["name", "-name", "extension", "-extension", "email", "-email"]).default("name") });
export type FindPbxUsersInput = z.infer<typeof FindPbxUsersInput>;

const PbxUserView = z.object({ id: z.uuid(), name: z.string(), extension: z.string(), email: z.string(), imported: z.boolean() });
export type PbxUserView = z.infer<typeof PbxUserView>;
export const PbxUserPage = listPage(PbxUserView);

export const ScheduleUpdateInput = z.object({ at: z.iso.datetime().nullable() });
export const TracingInput = z.object({ on: z.boolean() });

/** What support sees of a gateway that answers, asked of it just then. */
export const GatewaySupport = z.object({
  release: z.string(),
  availableRelease: z.string(),
  updateAt: z.iso.datetime().nullable(),
  tracing: z.boolean(),
  /** The log, newest line first. */
  lines: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
});
export type GatewaySupport = z.infer<typeof GatewaySupport>;
