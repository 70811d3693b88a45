/** From people and a template to a plan per user, with what would fail: everything a person reviews before applying. */
import type { TemplateValues } from "#lib/templates/schemas.ts";
import { desiredState, slotsWithNumbers } from "./desired-state.ts";
import type { Choices, Person, PhoneNumbers } from "./desired-state.ts";
import { allocateNumbers } from "./numbers.ts";
import type { NumberAnswer, NumberHolder, NumberRequest } from "./numbers.ts";
import { plan } from "./plan.ts";
import type { Problem, UserPlan } from "./problem.ts";
import { problemsOf } from "./problems.ts";
import { ofKind } from "./resources.ts";
import type { Resource } from "./resources.ts";
import { numberHolders, resourcesByOwner } from "./world.ts";
import type { World } from "./world.ts";

/** `numbers` are those asked for; without one the user keeps the present primary number, or gets the next free one. */
export type DraftUser = { id: string; name: string; person: Person; numbers: Partial<PhoneNumbers> };

export type DraftRequest = {
  users: readonly DraftUser[];
  template: TemplateValues;
  choices: Choices;
  /** The lowest number to give to those who ask for any. */
  firstNumber?: string | undefined;
  /** Numbers that the portal has promised and the PBX may not know yet. */
  reserved: ReadonlyMap<string, NumberHolder>;
};

export type DraftedUser = UserPlan & { number: string; problems: Problem[] };

export type Draft = { users: DraftedUser[]; forAll: Problem[] };

/**
 * A draft for every user, in the given order. A user without a number has no steps, only the problem. Takes time in
 * proportion to the number of users and of resources in the world.
 */
export function draftPlan({ users, template, choices, firstNumber, reserved }: DraftRequest, world: World): Draft {
  const owned = resourcesByOwner(world.resources);
  const taken = new Map([...reserved, ...numberHolders(world)]);
  const actualOf = (user: DraftUser) => owned.get(user.person.loginId) ?? [];
  const requests = users.flatMap((user) => numberRequests(user, template, actualOf(user)));
  const answers = allocateNumbers(requests, world.peers.mivb?.numberRanges ?? [], taken, firstNumber);

  const drafted = users.map((user): DraftedUser => {
    const actual = actualOf(user);
    const { numbers, problems } = numbersOf(user.id, answers);
    const desired = numbers === null ? [] : desiredState(user.person, template, numbers, choices, actual);
    const steps = numbers === null ? [] : plan(desired, actual);
    return { id: user.id, name: user.name, loginId: user.person.loginId, number: numbers?.primary ?? "", desired, actual, steps, problems };
  });

  const derivable = choices.otherPhonePrefix + choices.otherPhoneSuffix !== "";
  const found = problemsOf(drafted, world);
  return {
    users: drafted.map((user) => ({ ...user, problems: [...user.problems, ...(found.byUser.get(user.id) ?? [])] })),
    forAll: template.phones.other.include && !derivable ? [{ code: "no_derivation" }, ...found.forAll] : found.forAll,
  };
}

function numberRequests({ id, name, person, numbers }: DraftUser, template: TemplateValues, actual: Resource[]): NumberRequest[] {
  const present = ofKind(actual, "mivb.phone").find(({ attributes }) => attributes.isPrimary)?.key;
  const wished = { primary: numbers.primary ?? present, secondary: numbers.secondary };
  return slotsWithNumbers(template).map((slot) => ({ id: `${id} ${slot}`, loginId: person.loginId, name, number: wished[slot] }));
}

function numbersOf(id: string, answers: ReadonlyMap<string, NumberAnswer>): { numbers: PhoneNumbers | null; problems: Problem[] } {
  const primary = answers.get(`${id} primary`);
  const secondary = answers.get(`${id} secondary`);
  const problems = [primary, secondary].flatMap((answer) => (answer !== undefined && "problem" in answer ? [answer.problem] : []));
  if (primary === undefined || "problem" in primary || problems.length > 0) return { numbers: null, problems };
  const second = secondary !== undefined && "number" in secondary ? secondary.number : undefined;
  return { numbers: { primary: primary.number, secondary: second }, problems };
}
