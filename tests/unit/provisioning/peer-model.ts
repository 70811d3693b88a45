/**
 * The peers as one pure value with the rules they hold: what the planner must never break. A step that breaks a rule throws.
 * The rules are those of the requirements (SIM-02, USCPH-06, USCPH-25, SUP-08, SUP-09, ACDEDIT-07, ACDCC-10, ACDPRE-11).
 */
import { same } from "#lib/provisioning/equality.ts";
import { needsOf } from "#lib/provisioning/references.ts";
import { isMigration } from "#lib/provisioning/replacing.ts";
import { identityOf, indexOf, ofKind, resource } from "#lib/provisioning/resources.ts";
import type { Attributes, Resource } from "#lib/provisioning/resources.ts";
import { newValues } from "#lib/provisioning/steps.ts";
import type { Step } from "#lib/provisioning/steps.ts";

export type PeerState = ReadonlyMap<string, Resource>;

const MOST_SERVICES = 8;
const FIXED_PHONE_FIELDS = ["loginId", "phoneType", "protocol", "hotDeskingUser", "acdAgent", "enableSipSoftphone", "externalHotDeskLicense", "preferredSet"] as const;

export const NOTHING: PeerState = new Map();

export function stateOf(resources: readonly Resource[]): PeerState {
  return indexOf(resources);
}

/** The state after some steps; throws at the first one that a peer would refuse. */
export function applied(state: PeerState, steps: readonly Step[]): PeerState {
  return steps.reduce(apply, state);
}

/** What a state holds, in an order of its own, for comparing. */
export function contents(state: PeerState): Resource[] {
  return [...state.values()].toSorted((a, b) => identityOf(a).localeCompare(identityOf(b)));
}

function apply(state: PeerState, step: Step): PeerState {
  if (step.action === "create") return create(state, step as unknown as Resource);
  if (step.action === "delete") return remove(state, step as unknown as Resource);
  return update(state, step);
}

function create(state: PeerState, { kind, attributes }: Resource): PeerState {
  const made = resource(kind, attributes as never) as Resource;
  if (state.has(identityOf(made))) {
    // Joining a group twice changes nothing: the contact center may have written the membership already.
    refuse(made.kind !== "mivb.agent_group_member", `${identityOf(made)} exists`);
    return state;
  }
  needsAreThere(state, made);
  if (made.kind === "mivb.phone") {
    const others = phonesOf(state, made.attributes.loginId);
    refuse(others.length >= MOST_SERVICES, "more than eight services");
    refuse(made.attributes.isPrimary !== (others.length === 0), `phone ${made.key}: the first phone is the primary one, a further one is not`);
  }
  return withMemberships(with_(state, made), made, undefined);
}

function update(state: PeerState, step: Extract<Step, { action: "update" }>): PeerState {
  const before = state.get(identityOf(step));
  if (before === undefined) throw new Error(`${identityOf(step)} is not there`);
  for (const [field, change] of Object.entries(step.changes)) {
    refuse(!same(Reflect.get(before.attributes, field), change.before), `${identityOf(step)}: ${field} is not what the step says it was`);
  }
  const after = { ...before, attributes: { ...before.attributes, ...impliedPhoneType(step), ...newValues<object>(step.changes) } } as Resource;
  refuse(["mivb.voicemail", "mivb.agent_group_member", "micollab.deployment"].includes(step.kind), `${step.kind} can not be changed`);
  needsAreThere(state, after);
  if (before.kind === "mivb.phone" && after.kind === "mivb.phone") return updatePhone(state, before.attributes, after.attributes);
  return withMemberships(with_(state, after), after, before);
}

// The client service takes a soft phone extension without a phone type for a SIP ACD softphone.
function impliedPhoneType(step: Extract<Step, { action: "update" }>): object {
  if (step.kind !== "micollab.client_account" || step.changes.softPhoneExtension === undefined) return {};
  return { phoneType: step.changes.softPhoneExtension.after === null ? null : "SOFTPHONE" };
}

function updatePhone(state: PeerState, before: Attributes["mivb.phone"], after: Attributes["mivb.phone"]): PeerState {
  const fixed = FIXED_PHONE_FIELDS.every((field) => before[field] === after[field]);
  refuse(!fixed && !isMigration(before, after), `phone ${before.number}: a fixed field changes`);
  refuse(before.isPrimary && !after.isPrimary, `phone ${before.number}: a user needs a primary phone`);
  const changed = with_(state, resource("mivb.phone", after));
  if (before.isPrimary || !after.isPrimary) return changed;
  return phonesOf(changed, after.loginId)
    .filter(({ number, isPrimary }) => isPrimary && number !== after.number)
    .reduce((all, other) => with_(all, resource("mivb.phone", { ...other, isPrimary: false })), changed);
}

function remove(state: PeerState, { kind, key }: Resource): PeerState {
  const gone = state.get(identityOf({ kind, key }));
  if (gone === undefined) {
    refuse(kind !== "mivb.agent_group_member", `${kind} ${key} is not there`);
    return state;
  }
  const rest = new Map(state);
  rest.delete(identityOf(gone));
  if (gone.kind === "mivb.phone") {
    refuse(gone.attributes.isPrimary && phonesOf(rest, gone.attributes.loginId).length > 0, `phone ${key} is primary and not the only one`);
  }
  const left = withMemberships(rest, undefined, gone);
  for (const other of left.values()) {
    if (other.kind === "micollab.deployment" && kind !== "micollab.client_account") continue;
    refuse(needsOf(other, left).includes(identityOf(gone)), `${identityOf(other)} needs ${identityOf(gone)}`);
    if (gone.kind === "mivb.phone") refuse(extensionsOf(other).includes(gone.key), `${identityOf(other)} uses ${gone.key}`);
  }
  return left;
}

function needsAreThere(state: PeerState, made: Resource): void {
  const needs = made.kind === "micollab.deployment" ? [identityOf({ kind: "micollab.client_account", key: made.key })] : needsOf(made, state);
  for (const need of needs) refuse(!state.has(need), `${identityOf(made)} needs ${need}`);
  for (const number of extensionsOf(made)) refuse(!state.has(`mivb.phone ${number}`), `${identityOf(made)} names ${number}`);
  if (made.kind === "mivb.agent_group_member" || made.kind === "micc.agent") {
    const phone = ofKind(state.values(), "mivb.phone").find(({ key }) => key === made.attributes.agentNumber);
    refuse(phone?.attributes.acdAgent !== true, `${identityOf(made)}: the phone is no ACD agent`);
  }
}

// ACDCC-10: what the contact center says of an agent's skill groups is written to the PBX.
function withMemberships(state: PeerState, after: Resource | undefined, before: Resource | undefined): PeerState {
  const membersOf = (agent: Resource | undefined) =>
    agent?.kind === "micc.agent"
      ? agent.attributes.skillGroups.map((group) => resource("mivb.agent_group_member", { group, agentNumber: agent.key }))
      : [];
  const changed = new Map(state);
  for (const member of membersOf(before)) changed.delete(identityOf(member));
  for (const member of membersOf(after)) changed.set(identityOf(member), member);
  return changed;
}

function extensionsOf(holder: Resource): string[] {
  if (holder.kind !== "micollab.client_account") return [];
  const { deskPhoneExtension, softPhoneExtension } = holder.attributes;
  return [deskPhoneExtension, softPhoneExtension].filter((number) => number !== null);
}

function phonesOf(state: PeerState, loginId: string) {
  return ofKind(state.values(), "mivb.phone").map(({ attributes }) => attributes).filter((phone) => phone.loginId === loginId);
}

function with_(state: PeerState, made: Resource): PeerState {
  return new Map(state).set(identityOf(made), made);
}

function refuse(broken: boolean, reason: string): void {
  if (broken) throw new Error(reason);
}
