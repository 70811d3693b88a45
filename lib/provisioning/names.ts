/** What peers, resources and fields are called when a person reads of them. */
import type { ServerKind } from "./adapters/adapter.ts";
import type { Resource, ResourceKind } from "./resources.ts";

export const PEER_NAMES: Record<ServerKind, string> = {
  mivb: "MiVoice Business",
  mbg: "Border Gateway",
  micollab: "MiCollab Client",
  micc: "Contact Center",
  oig: "Open Integration Gateway",
  gateway: "CloudLink Gateway",
};

const KIND_NAMES: Record<ResourceKind, string> = {
  "mivb.user": "user",
  "mivb.phone": "phone",
  "mivb.voicemail": "voicemail box",
  "mivb.agent_group_member": "agent group member",
  "mbg.teleworker_set": "teleworker set",
  "micollab.client_account": "client account",
  "micollab.deployment": "deployment",
  "micc.employee": "employee",
  "micc.agent": "agent",
};

const FIELD_NAMES: Record<string, string> = {
  loginId: "login ID",
  email: "e-mail address",
  isPrimary: "primary phone",
  macAddress: "MAC address",
  acdAgent: "ACD agent",
  enableSipSoftphone: "SIP softphone",
  didServiceNumber: "DID service number",
  useAsOutgoingDid: "use as outgoing DID",
  cesid: "CESID",
  zoneId: "zone ID",
  uccBundle: "UCC bundle",
  miTeamClassic: "MiTeam Classic",
  idsManageable: "IDS Manageable",
};

/** A kind of resource in words, e.g. "voicemail box". */
export function kindName(kind: ResourceKind): string {
  return KIND_NAMES[kind];
}

/** A resource in words, e.g. "phone 2201", "deployment of abrandt". */
export function nameOf({ kind, key }: Pick<Resource, "kind" | "key">): string {
  return `${kindName(kind)} ${kind === "micollab.deployment" ? "of " : ""}${key}`;
}

/** A field of a resource in words, e.g. "class of service". */
export function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A value of a field in words: "none", "on", "1, 1, 1" for the three shifts. */
export function valueName(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueName).join(", ");
  if (typeof value === "object") return Object.values(value).map(valueName).join(", ");
  return String(value);
}

/** A sentence's first letter made a capital. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
