/** What must be true of every phone service, whether it is made or changed. */
import { conflict, invalid } from "../kit/refusal.ts";
import type { Phone } from "./schemas.ts";
import type { MivbStore } from "./store.ts";

type Checked = Omit<Phone, "loginId" | "callState" | "locality">;

function assertElements(store: MivbStore, phone: Checked): void {
  const { otherElements } = store.settings.get();
  if (phone.networkElement !== store.name) {
    throw invalid("unknown_element", `This is ${store.name}; there is no network element ${phone.networkElement} here.`, "networkElement");
  }
  if (phone.secondaryElement !== null && !otherElements.includes(phone.secondaryElement)) {
    throw invalid("unknown_element", `There is no network element ${phone.secondaryElement}.`, "secondaryElement");
  }
}

function assertKind(phone: Checked): void {
  if (!phone.hotDeskingUser && phone.deviceType === null) {
    throw invalid("missing_field", "deviceType is required for a phone that is not a hot desking user.", "deviceType");
  }
  for (const field of ["acdAgent", "enableSipSoftphone", "externalHotDeskLicense"] as const) {
    if (phone[field] && !phone.hotDeskingUser) throw invalid("hot_desk_required", `${field} needs a hot desking user.`, field);
  }
  if (phone.hotDeskingUser && phone.macAddress !== null) {
    throw invalid("no_device", "A hot desking user has no device of its own, so no MAC address.", "macAddress");
  }
  if (phone.protocol === "MINET" && (phone.enableSipSoftphone || phone.phoneType === "Generic SIP Phone")) {
    throw invalid("sip_required", "A SIP softphone and a generic SIP phone use the protocol SIP.", "protocol");
  }
}

function assertClasses(store: MivbStore, phone: Checked): void {
  const { classesOfService, classesOfRestriction, zones } = store.settings.get();
  const limits = { classOfService: classesOfService, classOfRestriction: classesOfRestriction };
  for (const field of ["classOfService", "classOfRestriction"] as const) {
    const shift = (["day", "night1", "night2"] as const).find((name) => phone[field][name] > limits[field]);
    if (shift) throw invalid("unknown_class", `${field} ${phone[field][shift]} does not exist; the last one is ${limits[field]}.`, `${field}.${shift}`);
  }
  if (phone.zoneId > zones) throw invalid("unknown_zone", `Zone ${phone.zoneId} does not exist; the last one is ${zones}.`, "zoneId");
}

function assertUnique(store: MivbStore, phone: Checked, present: string | undefined): void {
  for (const field of ["didServiceNumber", "macAddress"] as const) {
    const value = phone[field];
    const other = value === null ? undefined : store.phones.findBy(field, value).find(({ number }) => number !== present);
    if (!other) continue;
    const code = field === "macAddress" ? "mac_in_use" : "did_in_use";
    throw conflict(code, `${field} ${value} is in use by phone service ${other.number}.`, field);
  }
}

/**
 * Checks a phone as it is to be; `present` is its number so far, undefined for a new one.
 * Throws a `Refusal` for an unknown element (SIM-02), class or zone, a kind that does not fit, a DID or MAC address in use.
 */
export function assertPhone(store: MivbStore, phone: Checked, present?: string): void {
  assertElements(store, phone);
  assertKind(phone);
  assertClasses(store, phone);
  assertUnique(store, phone, present);
}
