/** The gateways as they come out of their boxes, and the PBXs that a first start puts behind them. */
import { z } from "zod";
import type { Appliance } from "./store.ts";

const RELEASE = "4.2.1";

/** What tells one gateway from another. */
export const ApplianceSeed = z.strictObject({
  serial: z.string().min(1).max(40),
  platform: z.enum(["standalone", "smbc"]).default("standalone"),
  form: z.enum(["physical", "virtual"]).default("physical"),
  dhcpAddress: z.ipv4(),
  lan: z.string().default("127.0.0.0/8"),
});

/** A gateway that nobody has onboarded yet. */
export function newAppliance({ dhcpAddress, ...seed }: z.output<typeof ApplianceSeed>): Appliance {
  return { ...seed, dhcpAddress, ipAddress: dhcpAddress, release: RELEASE, availableRelease: "", unplugged: false, fault: "", association: null, link: null, connectedAt: null, updateAt: null, tracing: false };
}

const LAN = "127.0.0.0/8";

export const SEEDED_APPLIANCES: z.output<typeof ApplianceSeed>[] = [
  { serial: "CLG-1001", platform: "standalone", form: "physical", dhcpAddress: "192.168.10.20", lan: LAN },
  { serial: "CLG-2001", platform: "standalone", form: "virtual", dhcpAddress: "192.168.20.20", lan: LAN },
  { serial: "SMBC-3001", platform: "smbc", form: "physical", dhcpAddress: "192.168.30.2", lan: LAN },
];

/** The CloudLink system credentials and what else lets a gateway into the seeded PBXs. */
export const SEEDED_PBXS = {
  "192.168.10.30:8443": { type: "mx_one", name: "MX-ONE Hamburg", username: "cloudlink", password: "system-Demo-8146", did: "+49 40 5550 100" },
  "192.168.10.40:443": {
    type: "mivoice_business",
    name: "MiVoice Business Hamburg",
    mbgAddress: "192.168.10.50",
    mbgPassword: "mbg-Demo-5308",
    micollabAddress: "192.168.10.60",
    micollabPassword: "micollab-Demo-2650",
    did: "+49 40 5550 200",
  },
  "192.168.20.30:8443": { type: "mivoice_5000", name: "MiVoice 5000 Portland", username: "cloudlink", password: "system-Demo-8146", did: "+1 207 555 0100" },
  "SMBC-3001": { type: "mivoice_office_400", name: "MiVoice Office 400 York", did: "+44 1904 555 300" },
};

type Person = [firstName: string, lastName: string, extension: string, email: string];

const WITH_IRREGULARITIES: Person[] = [
  ["Nora", "Kessler", "4101", "nora.kessler@pbx.example"],
  ["Tom", "Albrecht", "4102", "tom.albrecht@pbx.example"],
  ["Jana", "Wirth", "4103", "jana.wirth@pbx.example"],
  ["Otto", "Brenner", "4104", "workshop@pbx.example"],
  ["Emil", "Hartung", "4105", "workshop@pbx.example"],
  ["Front", "Desk", "4106", ""],
];

/** The users of the seeded PBXs, by the PBX. */
export const SEEDED_USERS: Record<keyof typeof SEEDED_PBXS, Person[]> = {
  "192.168.10.30:8443": WITH_IRREGULARITIES,
  "192.168.10.40:443": [["Karl", "Seidel", "4201", "karl.seidel@pbx.example"], ["Ines", "Vogt", "4202", "ines.vogt@pbx.example"]],
  "192.168.20.30:8443": [["Rosa", "Delgado", "5101", "rosa.delgado@pbx.example"], ["Sam", "Whitfield", "5102", "sam.whitfield@pbx.example"]],
  "SMBC-3001": [["Alice", "Norton", "301", "alice.norton@pbx.example"], ["Ben", "Carver", "302", "ben.carver@pbx.example"]],
};
