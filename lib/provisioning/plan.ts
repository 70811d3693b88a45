/** The ordered steps that turn what the peers hold into what they should hold. */
import { phoneIdentity } from "./references.ts";
import { replacedResources } from "./replacing.ts";
import { primaryMoves } from "./primary-phone.ts";
import type { PrimaryMoves } from "./primary-phone.ts";
import { RESOURCE_KINDS, find, identityOf, indexOf, ofKind } from "./resources.ts";
import type { Attributes, Resource, ResourceIndex } from "./resources.ts";
import { creating, deleting, updating } from "./steps.ts";
import type { Step } from "./steps.ts";

type Comparison = {
  wanted: ResourceIndex;
  found: ResourceIndex;
  replaced: ReadonlySet<string>;
  /** Memberships that the contact center ends when their agent goes or leaves the skill group, and that are to stay (ACDCC-10). */
  takenAlong: ReadonlySet<string>;
  /** Whether the phone of a number is in both and is not replaced. */
  stays: (number: string) => boolean;
  primary: PrimaryMoves;
};

/**
 * The steps from `actual` to `desired`; none when they are equal. Both hold the resources of the same users: what is found
 * and not wanted is deleted. Applying the steps gives `desired`, and planning then gives nothing.
 *
 * Three parts, each in an order the peers accept:
 * 1. let go: client accounts drop extensions whose phones go, and the primary mark moves to a phone that stays;
 * 2. deletes, dependents before what they need (agent, employee, deployment, account, set, membership, mailbox, phone, user);
 * 3. creates and changes, the other way round. Deleting first frees numbers, licenses and the eight places of a user.
 *    Memberships that the contact center ended on the way, and that are to stay, are made last.
 *
 * A phone whose fixed fields differ is deleted and made anew, and with it what hangs on it; only a MiNET hot desk agent
 * becomes a SIP softphone by a change (ACDMIG-20).
 */
export function plan(desired: readonly Resource[], actual: readonly Resource[]): Step[] {
  const wanted = indexOf(desired);
  const found = indexOf(actual);
  const replaced = replacedResources(wanted, found);
  const stays = (number: string) => {
    const phone = phoneIdentity(number);
    return wanted.has(phone) && found.has(phone) && !replaced.has(phone);
  };
  const attributesOf = (index: ResourceIndex) => ofKind(index.values(), "mivb.phone").map(({ attributes }) => attributes);
  const primary = primaryMoves(attributesOf(found), attributesOf(wanted), stays);
  const comparison = { wanted, found, replaced, takenAlong: takenAlongMemberships(wanted, found), stays, primary };
  return [...letGo(comparison), ...deletes(comparison), ...createsAndChanges(comparison)];
}

function takenAlongMemberships(wanted: ResourceIndex, found: ResourceIndex): Set<string> {
  const groupsIn = (index: ResourceIndex, agent: string) => find(index, "micc.agent", agent)?.attributes.skillGroups ?? [];
  const taken = ofKind(wanted.values(), "mivb.agent_group_member").filter(
    ({ attributes: { group, agentNumber } }) => groupsIn(found, agentNumber).includes(group) && !groupsIn(wanted, agentNumber).includes(group),
  );
  return new Set(taken.map(identityOf));
}

function letGo(comparison: Comparison): Step[] {
  const accounts = ofKind(comparison.found.values(), "micollab.client_account");
  const steps = accounts.flatMap((account) => updating(account, afterLettingGo(account, comparison)) ?? []);
  return [...steps, ...comparison.primary.before];
}

type Account = Attributes["micollab.client_account"];

// An account that is itself deleted goes before its phones anyway and needs no letting go.
function withoutGoingPhones(account: Account, { wanted, found, stays }: Comparison): Account {
  const target = find(wanted, "micollab.client_account", account.userName)?.attributes;
  if (target === undefined) return account;
  const extension = (before: string | null, after: string | null) => {
    if (before === null || stays(before) || !found.has(phoneIdentity(before))) return before;
    return after !== null && stays(after) ? after : null;
  };
  const softPhoneExtension = extension(account.softPhoneExtension, target.softPhoneExtension);
  return {
    ...account,
    deskPhoneExtension: extension(account.deskPhoneExtension, target.deskPhoneExtension),
    softPhoneExtension,
    phoneType: softPhoneExtension === account.softPhoneExtension ? account.phoneType : softPhoneExtension && target.phoneType,
  };
}

function deletes({ wanted, found, replaced, takenAlong, primary }: Comparison): Step[] {
  const goes = (identity: string) => !wanted.has(identity) || replaced.has(identity) || takenAlong.has(identity);
  const going = [...found].filter(([identity]) => goes(identity)).map(([, resource]) => resource);
  const lastOf = (resource: Resource) => resource.kind === "mivb.phone" && primary.deleted.has(resource.key);
  return RESOURCE_KINDS.toReversed().flatMap((kind) => {
    const ofThisKind = going.filter((resource) => resource.kind === kind).toReversed();
    return [...ofThisKind.filter((resource) => !lastOf(resource)), ...ofThisKind.filter(lastOf)].map(deleting);
  });
}

function createsAndChanges(comparison: Comparison): Step[] {
  const { wanted, takenAlong, primary } = comparison;
  const late = [...wanted].filter(([identity]) => takenAlong.has(identity)).map(([, resource]) => resource);
  const steps = RESOURCE_KINDS.flatMap((kind) => {
    const ofThisKind = [...wanted.values()].filter((resource) => resource.kind === kind && !late.includes(resource));
    const firstOf = (resource: Resource) => kind === "mivb.phone" && primary.made.has(resource.key);
    const ordered = [...ofThisKind.filter(firstOf), ...ofThisKind.filter((resource) => !firstOf(resource))];
    const ofKindSteps = ordered.flatMap((resource) => createOrChange(resource, comparison) ?? []);
    return kind === "mivb.phone" ? [...ofKindSteps, ...primary.after] : ofKindSteps;
  });
  return [...steps, ...late.map(creating)];
}

function createOrChange(resource: Resource, comparison: Comparison): Step | null {
  const { found, replaced, primary } = comparison;
  const before = found.get(identityOf(resource));
  if (before === undefined || replaced.has(identityOf(resource))) {
    return creating(resource.kind === "mivb.phone" ? withPrimary(resource, primary.made.has(resource.key)) : resource);
  }
  return updating(withoutMark(afterLettingGo(before, comparison)), withoutMark(resource));
}

function afterLettingGo(resource: Resource, comparison: Comparison): Resource {
  if (resource.kind !== "micollab.client_account") return resource;
  return { ...resource, attributes: withoutGoingPhones(resource.attributes, comparison) };
}

// The mark of the primary phone moves by its own steps.
function withoutMark(resource: Resource): Resource {
  return resource.kind === "mivb.phone" ? withPrimary(resource, false) : resource;
}

function withPrimary(phone: Extract<Resource, { kind: "mivb.phone" }>, isPrimary: boolean): Resource {
  return { ...phone, attributes: { ...phone.attributes, isPrimary } };
}
