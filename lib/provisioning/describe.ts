/** Steps in the words a person reads before and while they are done. */
import type { PbxPhone } from "./adapters/adapter.ts";
import { same } from "./equality.ts";
import { fieldName, kindName, valueName } from "./names.ts";
import type { Attributes, Resource, ResourceKind } from "./resources.ts";
import { resourceIn } from "./steps.ts";
import type { Changes, Step } from "./steps.ts";

/** `title` says what is done, `detail` to what, e.g. "Create hot desk phone" and "2201 SIP softphone, ACD agent, type 76". */
export type Description = { title: string; detail: string };

/** Names of agent groups by their numbers; a group that is not in it is called by its number. */
export type GroupNames = ReadonlyMap<string, string>;

/** A step in words. */
export function describe(step: Step, groups: GroupNames = new Map()): Description {
  if (step.action === "update") return describeUpdate(step, groups);
  const resource = resourceIn(step);
  return { title: titleOf(step.action, resource), detail: detailOf(resource, groups) };
}

function titleOf(action: "create" | "delete", resource: Resource): string {
  if (resource.kind === "micollab.deployment") return action === "create" ? "Deploy client" : "Take back deployment";
  if (resource.kind === "mivb.agent_group_member") return action === "create" ? "Add to agent group" : "Remove from agent group";
  return `${action === "create" ? "Create" : "Delete"} ${nounOf(resource)}`;
}

/** What a resource is called in the title of a step. */
export function nounOf(resource: Resource): string {
  if (resource.kind === "mivb.phone") return phoneNoun(resource.attributes);
  if (resource.kind === "mbg.teleworker_set") return "teleworker set on border gateway";
  if (resource.kind === "micollab.client_account" && resource.attributes.softPhoneExtension !== null) return "client account, soft phone extension";
  return kindName(resource.kind);
}

function phoneNoun(phone: PbxPhone): string {
  if (phone.hotDeskingUser) return "hot desk phone";
  return phone.phoneType === "Generic SIP Phone" ? "generic SIP phone" : "desk phone";
}

function describeUpdate(step: Extract<Step, { action: "update" }>, groups: GroupNames): Description {
  if (step.kind === "mivb.phone") {
    const { isPrimary, protocol } = step.changes;
    if (isPrimary?.after === true) {
      return { title: "Make primary phone", detail: step.insteadOf === undefined ? step.key : `${step.key} instead of ${step.insteadOf}` };
    }
    if (protocol !== undefined) return { title: "Change phone", detail: `${step.key}: ${protocol.before} to ${protocol.after}` };
  }
  return { title: `Change ${kindName(step.kind)}`, detail: `${step.key}: ${changesInWords(step, groups)}` };
}

function changesInWords(step: Extract<Step, { action: "update" }>, groups: GroupNames): string {
  const changes: Changes<Record<string, unknown>> = step.changes;
  return Object.entries(changes)
    .filter(([, change]) => !same(change?.before, change?.after))
    .map(([field, change]) => {
      const inWords = (value: unknown) => (field === "skillGroups" ? groupList(value as string[], groups) : valueName(value));
      return `${fieldName(field)} from ${inWords(change?.before)} to ${inWords(change?.after)}`;
    })
    .join(", ");
}

const DETAILS: { [K in ResourceKind]: (attributes: Attributes[K], groups: GroupNames) => string } = {
  "mivb.user": ({ loginId }) => loginId,
  "mivb.phone": phoneDetail,
  "mivb.voicemail": ({ number }) => number,
  "mivb.agent_group_member": ({ group, agentNumber }, groups) => `${agentNumber} ${groups.get(group) ?? group}`,
  "mbg.teleworker_set": ({ sipUserName }) => sipUserName,
  "micollab.client_account": ({ userName, softPhoneExtension, deskPhoneExtension }) => softPhoneExtension ?? deskPhoneExtension ?? userName,
  "micollab.deployment": ({ userName, profile }) => `${userName} deploy: ${profile}`,
  "micc.employee": ({ loginId }) => loginId,
  "micc.agent": ({ agentNumber, skillGroups }, groups) =>
    skillGroups.length === 0 ? `agent ${agentNumber}` : `agent ${agentNumber} skill group ${groupList(skillGroups, groups)}`,
};

function detailOf<K extends ResourceKind>(resource: { kind: K; attributes: Attributes[K] }, groups: GroupNames): string {
  return DETAILS[resource.kind](resource.attributes, groups);
}

function phoneDetail(phone: PbxPhone): string {
  const traits = phone.enableSipSoftphone ? ["SIP softphone"] : [phone.deviceType ?? phone.protocol];
  if (phone.acdAgent) traits.push("ACD agent");
  // ACDADD-06: the device type under which the client service keeps a SIP softphone.
  if (phone.enableSipSoftphone) traits.push("type 76");
  return `${phone.number} ${traits.join(", ")}`;
}

function groupList(numbers: string[], groups: GroupNames): string {
  return numbers.length === 0 ? "none" : numbers.map((number) => groups.get(number) ?? number).join(", ");
}
