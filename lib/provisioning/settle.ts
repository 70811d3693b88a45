/** Taking some resources over from one side of a comparison to the other, and with them what must go along. */
import { needsOf, phoneIdentity } from "./references.ts";
import { identityOf, indexOf, ofKind } from "./resources.ts";
import type { Resource, ResourceIndex, ResourceKind } from "./resources.ts";

/** What names a resource: a resource itself, or a difference about one. */
export type Named = { kind: ResourceKind; key: string };

/**
 * `base` with the chosen resources as they are in `source`: taken over where `source` has them, taken out where it has not.
 * So that the outcome is one the peers can hold, what a chosen resource needs comes along, what needed one that went goes
 * with it, client accounts drop extensions that are gone, and every user keeps exactly one primary phone.
 */
export function settled(chosen: readonly Named[], base: readonly Resource[], source: readonly Resource[]): Resource[] {
  const before = indexOf(base);
  const from = indexOf(source);
  const target = new Map(before);
  for (const named of chosen) {
    const identity = identityOf(named);
    const resource = from.get(identity);
    if (resource === undefined) target.delete(identity);
    else takeOver(resource, target, from);
  }
  dropStranded(target, before);
  keepOnePrimary(target, from, before);
  return [...target.values()];
}

function takeOver(resource: Resource, target: Map<string, Resource>, from: ResourceIndex): void {
  target.set(identityOf(resource), resource);
  for (const need of [...needsOf(resource, from), ...extensionsOf(resource).map(phoneIdentity)]) {
    const needed = from.get(need);
    if (needed === undefined) continue;
    const present = target.get(need);
    if (present === undefined || isAcdAgent(present) !== isAcdAgent(needed)) takeOver(needed, target, from);
  }
}

// Only what lost its ground here is dropped: what had none before is another difference and not chosen.
function dropStranded(target: Map<string, Resource>, before: ResourceIndex): void {
  for (let size = -1; size !== target.size; ) {
    size = target.size;
    for (const [identity, resource] of target) {
      if (resource.kind === "micollab.client_account") target.set(identity, withoutLostPhones(resource, target, before));
      else if (lostGround(resource, target, before)) target.delete(identity);
    }
  }
}

function lostGround(resource: Resource, target: ResourceIndex, before: ResourceIndex): boolean {
  if (needsOf(resource, target).some((need) => before.has(need) && !target.has(need))) return true;
  if (resource.kind !== "mivb.agent_group_member" && resource.kind !== "micc.agent") return false;
  const phone = target.get(phoneIdentity(resource.attributes.agentNumber));
  return phone !== undefined && !isAcdAgent(phone);
}

function withoutLostPhones(account: Extract<Resource, { kind: "micollab.client_account" }>, target: ResourceIndex, before: ResourceIndex): Resource {
  const kept = (number: string | null) =>
    number !== null && before.has(phoneIdentity(number)) && !target.has(phoneIdentity(number)) ? null : number;
  const { deskPhoneExtension, softPhoneExtension } = account.attributes;
  return {
    ...account,
    attributes: { ...account.attributes, deskPhoneExtension: kept(deskPhoneExtension), softPhoneExtension: kept(softPhoneExtension) },
  };
}

function keepOnePrimary(target: Map<string, Resource>, from: ResourceIndex, before: ResourceIndex): void {
  for (const phones of Map.groupBy(ofKind(target.values(), "mivb.phone"), ({ attributes }) => attributes.loginId).values()) {
    if (phones.filter(({ attributes }) => attributes.isPrimary).length === 1) continue;
    const primary = phones.find((phone) => isPrimaryIn(from, phone)) ?? phones.find((phone) => isPrimaryIn(before, phone)) ?? phones[0];
    for (const phone of phones) {
      target.set(identityOf(phone), { ...phone, attributes: { ...phone.attributes, isPrimary: phone === primary } });
    }
  }
}

function isPrimaryIn(index: ResourceIndex, phone: Named): boolean {
  const resource = index.get(identityOf(phone));
  return resource?.kind === "mivb.phone" && resource.attributes.isPrimary;
}

function isAcdAgent(resource: Resource): boolean {
  return resource.kind === "mivb.phone" && resource.attributes.acdAgent;
}

function extensionsOf(resource: Resource): string[] {
  if (resource.kind !== "micollab.client_account") return [];
  const { deskPhoneExtension, softPhoneExtension } = resource.attributes;
  return [deskPhoneExtension, softPhoneExtension].filter((number) => number !== null);
}
