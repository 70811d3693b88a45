/** Taking some resources over from one side of a comparison to the other, and with them what must go along. */
import { needsOf, phoneIdentity } from "./references.ts";
import { find, identityOf, indexOf, ofKind, resource } from "./resources.ts";
import type { Attributes, Resource, ResourceIndex, ResourceKind, ResourceOf } from "./resources.ts";

/** What names a resource: a resource itself, or a difference about one. */
export type Named = { kind: ResourceKind; key: string };

/**
 * `base` with the chosen resources as they are in `source`: taken over where `source` has them, taken out where it has not.
 * So that the outcome is one the peers can hold, what a chosen resource needs comes along, what needed one that went goes
 * with it, client accounts drop extensions that are gone, every user keeps exactly one primary phone, and an agent's skill
 * groups and memberships, which the contact center keeps alike (ACDCC-10), go together.
 */
export function settled(chosen: readonly Named[], base: readonly Resource[], source: readonly Resource[]): Resource[] {
  const before = indexOf(base);
  const from = indexOf(source);
  const target = new Map(before);
  for (const named of chosen) {
    const identity = identityOf(named);
    const chosenOne = from.get(identity);
    if (chosenOne === undefined) target.delete(identity);
    else takeOver(chosenOne, target, from);
  }
  bringPrimaryPhones(target, from);
  dropStranded(target, before);
  for (const named of chosen) alignSkillGroups(identityOf(named), target, from, before);
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
      if (lostGround(resource, target, before)) target.delete(identity);
      else if (resource.kind === "micollab.client_account") target.set(identity, withoutLostPhones(resource, target, before));
    }
  }
}

function alignSkillGroups(identity: string, target: Map<string, Resource>, from: ResourceIndex, before: ResourceIndex): void {
  const chosenOne = from.get(identity) ?? before.get(identity);
  if (chosenOne?.kind === "mivb.agent_group_member") alignAgent(chosenOne.attributes, target, from);
  if (chosenOne?.kind === "micc.agent") alignMemberships(chosenOne.key, target, from, before);
}

function alignAgent({ group, agentNumber }: Attributes["mivb.agent_group_member"], target: Map<string, Resource>, from: ResourceIndex): void {
  const agent = find(target, "micc.agent", agentNumber);
  if (agent === undefined) return;
  const isMember = target.has(identityOf(membership(group, agentNumber)));
  const hadGroup = agent.attributes.skillGroups.includes(group);
  const hasGroup = find(from, "micc.agent", agentNumber)?.attributes.skillGroups.includes(group) ?? (isMember && hadGroup);
  const others = agent.attributes.skillGroups.filter((each) => each !== group);
  target.set(identityOf(agent), resource("micc.agent", { ...agent.attributes, skillGroups: hasGroup ? [...others, group].toSorted() : others }));
}

function alignMemberships(agentNumber: string, target: Map<string, Resource>, from: ResourceIndex, before: ResourceIndex): void {
  const after = find(target, "micc.agent", agentNumber)?.attributes.skillGroups;
  if (after === undefined) return;
  const left = find(before, "micc.agent", agentNumber)?.attributes.skillGroups ?? [];
  for (const each of [...left, ...after].map((group) => membership(group, agentNumber))) {
    if (after.includes(each.attributes.group) || from.has(identityOf(each))) target.set(identityOf(each), each);
    else target.delete(identityOf(each));
  }
}

function membership(group: string, agentNumber: string): ResourceOf<"mivb.agent_group_member"> {
  return resource("mivb.agent_group_member", { group, agentNumber });
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
  const { deskPhoneExtension, softPhoneExtension, phoneType } = account.attributes;
  const softPhone = kept(softPhoneExtension);
  return {
    ...account,
    attributes: {
      ...account.attributes,
      deskPhoneExtension: kept(deskPhoneExtension),
      softPhoneExtension: softPhone,
      phoneType: softPhone && phoneType,
    },
  };
}

// A phone that is not to be primary can not be the only one: the PBX would make it so.
function bringPrimaryPhones(target: Map<string, Resource>, from: ResourceIndex): void {
  for (const [loginId, phones] of phonesByUser(target)) {
    if (phones.some(({ attributes }) => attributes.isPrimary)) continue;
    const primary = ofKind(from.values(), "mivb.phone").find(({ attributes }) => attributes.loginId === loginId && attributes.isPrimary);
    if (primary !== undefined && !target.has(identityOf(primary))) takeOver(primary, target, from);
  }
}

function phonesByUser(index: ResourceIndex) {
  return Map.groupBy(ofKind(index.values(), "mivb.phone"), ({ attributes }) => attributes.loginId);
}

function keepOnePrimary(target: Map<string, Resource>, from: ResourceIndex, before: ResourceIndex): void {
  for (const phones of phonesByUser(target).values()) {
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
