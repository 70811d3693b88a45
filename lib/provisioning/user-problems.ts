/** What is wrong with the single steps of a user, seen against what the peers offer and hold. */
import type { PbxInfo } from "./adapters/adapter.ts";
import { dialling } from "./number-ranges.ts";
import type { Dialling } from "./number-ranges.ts";
import type { NumberHolder } from "./numbers.ts";
import type { Problem, UserPlan } from "./problem.ts";
import { identityOf, ofKind } from "./resources.ts";
import type { Attributes, Resource } from "./resources.ts";
import { numberHolders } from "./world.ts";
import type { World } from "./world.ts";

type Ground = {
  world: World;
  plan: Dialling;
  holders: ReadonlyMap<string, NumberHolder>;
  /** Numbers that users before this one in the batch would make, with their names. */
  claimed: Map<string, string>;
};

type Phone = Attributes["mivb.phone"];

/** What MiVoice Business, MiCollab and the contact center take of a first or last name, in characters; the portal takes more. */
const LONGEST_NAME = 60;

/** The problems of each user, by id; users without any are not in it. */
export function userProblems(users: readonly UserPlan[], world: World): Map<string, Problem[]> {
  const ground: Ground = {
    world,
    plan: dialling(world.peers.mivb?.numberRanges ?? []),
    holders: numberHolders(world),
    claimed: new Map(),
  };
  const found = new Map<string, Problem[]>();
  for (const user of users) {
    const problems = [...nameProblems(user), ...pbxProblems(user, ground), ...gatewayProblems(user, world), ...clientProblems(user, world), ...agentProblems(user, world)];
    if (problems.length > 0) found.set(user.id, problems);
  }
  return found;
}

// What a step makes or changes, as it is to be at the end.
function touched({ desired, steps }: UserPlan): Resource[] {
  const identities = new Set(steps.filter(({ action }) => action !== "delete").map(identityOf));
  return desired.filter((resource) => identities.has(identityOf(resource)));
}

function nameProblems(user: UserPlan): Problem[] {
  const changed = touched(user);
  const people = [...ofKind(changed, "mivb.user"), ...ofKind(changed, "micollab.client_account"), ...ofKind(changed, "micc.employee")];
  return (["firstName", "lastName"] as const)
    .filter((field) => people.some(({ attributes }) => attributes[field].length > LONGEST_NAME))
    .map((field) => ({ code: "name_too_long", field, most: LONGEST_NAME }));
}

function pbxProblems(user: UserPlan, ground: Ground): Problem[] {
  const pbx = ground.world.peers.mivb;
  if (pbx === null) return [];
  const problems: Problem[] = [];
  for (const step of user.steps) {
    if (step.kind === "mivb.phone" && step.action === "create") problems.push(...newPhoneProblems(step.attributes, user, ground));
  }
  const changed = touched(user);
  for (const { attributes } of ofKind(changed, "mivb.phone")) problems.push(...phoneProblems(attributes, pbx));
  for (const { attributes } of ofKind(changed, "mivb.voicemail")) {
    if (attributes.number.length !== pbx.voicemailDigitLength) {
      problems.push({ code: "voicemail_digits", number: attributes.number, digits: pbx.voicemailDigitLength, peer: pbx.name });
    }
  }
  for (const { attributes } of ofKind(changed, "mivb.agent_group_member")) {
    if (!ground.world.agentGroups.some(({ number }) => number === attributes.group)) {
      problems.push({ code: "unknown_agent_group", group: attributes.group, peer: pbx.name });
    }
  }
  const count = ofKind(user.desired, "mivb.phone").length;
  if (count > pbx.maxServicesPerUser && user.steps.length > 0) {
    problems.push({ code: "too_many_services", count, most: pbx.maxServicesPerUser, peer: pbx.name });
  }
  return problems;
}

function newPhoneProblems(phone: Phone, user: UserPlan, { plan, holders, claimed }: Ground): Problem[] {
  const { number } = phone;
  const replaced = ofKind(user.actual, "mivb.phone").some(({ key }) => key === number);
  const holder = holders.get(number);
  const usedBy = claimed.get(number) ?? (replaced ? undefined : holder?.usedBy);
  claimed.set(number, user.name);
  const problems: Problem[] = [];
  if (usedBy !== undefined) problems.push({ code: "number_taken", number, usedBy, nextFree: null });
  else if (!replaced && !plan.contains(number)) {
    problems.push({ code: "number_outside_ranges", number, ranges: plan.ranges, nextFree: null });
  }
  // ACDMIG-01: a MiNET phone can not be newly provisioned for ACD.
  if (phone.acdAgent && phone.protocol === "MINET") problems.push({ code: "new_minet_agent", number });
  return problems;
}

function phoneProblems({ number, zoneId, ...phone }: Phone, pbx: PbxInfo): Problem[] {
  const problems: Problem[] = [];
  const known = { classOfService: pbx.classesOfService, classOfRestriction: pbx.classesOfRestriction };
  for (const field of ["classOfService", "classOfRestriction"] as const) {
    const { day, night1, night2 } = phone[field];
    for (const value of new Set([day, night1, night2])) {
      if (!known[field].includes(value)) problems.push({ code: "unknown_class", field, value, number, peer: pbx.name });
    }
  }
  if (!pbx.zones.includes(zoneId)) problems.push({ code: "unknown_zone", value: zoneId, number, peer: pbx.name });
  return problems;
}

// DEPLOY-32: over a remote connection the border gateway does not synchronize numbers with "#".
function gatewayProblems(user: UserPlan, { peers: { mbg } }: World): Problem[] {
  if (mbg?.connection !== "remote") return [];
  return ofKind(touched(user), "mbg.teleworker_set")
    .filter(({ attributes }) => attributes.number.includes("#"))
    .map(({ attributes: { number } }) => ({ code: "hash_number", number, peer: mbg.name }));
}

function clientProblems(user: UserPlan, { peers: { micollab } }: World): Problem[] {
  if (micollab === null) return [];
  const changed = touched(user);
  const wanted = [
    ...ofKind(changed, "micollab.client_account").flatMap(({ attributes }) => [
      { profile: "feature" as const, value: attributes.featureProfile, known: micollab.featureProfiles },
      { profile: "user" as const, value: attributes.userProfile, known: micollab.userProfiles },
    ]),
    ...ofKind(changed, "micollab.deployment").map(({ attributes }) => ({
      profile: "deployment" as const,
      value: attributes.profile,
      known: micollab.deploymentProfiles.map(({ name }) => name),
    })),
  ];
  return wanted
    .filter(({ value, known }) => !known.includes(value))
    .map(({ profile, value }) => ({ code: "unknown_profile", profile, value, peer: micollab.name }));
}

function agentProblems(user: UserPlan, { peers: { micc }, skillGroups }: World): Problem[] {
  if (micc === null) return [];
  const groups = new Set(ofKind(touched(user), "micc.agent").flatMap(({ attributes }) => attributes.skillGroups));
  return [...groups]
    .filter((group) => !skillGroups.some(({ number }) => number === group))
    .map((group) => ({ code: "unknown_skill_group", group, peer: micc.name }));
}
