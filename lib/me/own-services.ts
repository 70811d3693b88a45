import type { Attributes, ResourceKind } from "#lib/provisioning/resources.ts";
import type { OwnHome, OwnPhone } from "./schemas.ts";

export type StoredService = { kind: ResourceKind; attributes: Attributes[ResourceKind] };

/** What a person's services mean to that person. Pure. */
export function ownServices(services: readonly StoredService[]): Pick<OwnHome, "phones" | "client" | "agents"> {
  const boxes = new Set(attributesOf(services, "mivb.voicemail").map(({ number }) => number));
  const teleworkers = new Set(attributesOf(services, "mbg.teleworker_set").map(({ number }) => number));
  const [client] = attributesOf(services, "micollab.client_account");
  return {
    phones: attributesOf(services, "mivb.phone")
      .map((phone) => toPhone(phone, boxes, teleworkers))
      .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary) || a.number.localeCompare(b.number)),
    client: client ? { userName: client.userName, deskPhone: client.deskPhoneExtension ?? "", softPhone: client.softPhoneExtension ?? "" } : null,
    agents: attributesOf(services, "micc.agent").map(({ agentNumber, skillGroups }) => ({ agentNumber, skillGroups })),
  };
}

function toPhone(phone: Attributes["mivb.phone"], boxes: ReadonlySet<string>, teleworkers: ReadonlySet<string>): OwnPhone {
  return {
    number: phone.number,
    isPrimary: phone.isPrimary,
    serviceLabel: phone.serviceLabel,
    device: phone.enableSipSoftphone ? "softphone" : phone.hotDeskingUser ? "hot_desk" : "phone",
    deviceType: phone.deviceType ?? "",
    directNumber: phone.didServiceNumber ?? "",
    voicemail: boxes.has(phone.number),
    teleworker: teleworkers.has(phone.number),
  };
}

function attributesOf<K extends ResourceKind>(services: readonly StoredService[], kind: K): Attributes[K][] {
  return services.filter((service) => service.kind === kind).map((service) => service.attributes as Attributes[K]);
}
