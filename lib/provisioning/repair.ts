/** The two ways to settle a difference: bring the peer back, or take the peer's value into the portal. */
import type { Person } from "./desired-state.ts";
import { plan } from "./plan.ts";
import { identityOf, indexOf } from "./resources.ts";
import type { Resource } from "./resources.ts";
import { settled } from "./settle.ts";
import type { Named } from "./settle.ts";
import type { Step } from "./steps.ts";

/**
 * Repair: the steps that bring the peers back to what is wanted, for the chosen differences and what they can not be
 * repaired without (a phone for its mailbox). Other differences stay as they are.
 */
export function repairSteps(chosen: readonly Named[], desired: readonly Resource[], actual: readonly Resource[]): Step[] {
  return plan(settled(chosen, actual, desired), actual);
}

/** What a person's data becomes by adopting; only the fields that a peer has otherwise. */
export type PersonChanges = Partial<Omit<Person, "loginId">>;

export type Adoption = {
  /** What is wanted from now on. */
  desired: Resource[];
  /** By login id. */
  people: Map<string, PersonChanges>;
};

/**
 * Adopt: what is wanted once the peer's side of the chosen differences is taken into the portal. Nothing is sent. Where a
 * name, an e-mail address, a department or a location is adopted it becomes the person's own, and is then wanted on every
 * peer; on the others it may show as a new difference.
 */
export function adopted(chosen: readonly Named[], desired: readonly Resource[], actual: readonly Resource[]): Adoption {
  const people = adoptedPeople(chosen, desired, actual);
  const resources = settled(chosen, desired, actual).map((resource) => withPerson(resource, people));
  return { desired: resources, people };
}

const PERSON_FIELDS = ["firstName", "lastName", "email", "department", "location"] as const;

function adoptedPeople(chosen: readonly Named[], desired: readonly Resource[], actual: readonly Resource[]): Map<string, PersonChanges> {
  const wanted = indexOf(desired);
  const found = indexOf(actual);
  const people = new Map<string, PersonChanges>();
  for (const identity of chosen.map(identityOf)) {
    const before = wanted.get(identity);
    const after = found.get(identity);
    const loginId = before === undefined ? null : personOf(before);
    if (before === undefined || after === undefined || loginId === null) continue;
    const changes = people.get(loginId) ?? {};
    for (const field of PERSON_FIELDS) {
      const value: unknown = Reflect.get(after.attributes, field);
      if (typeof value === "string" && value !== Reflect.get(before.attributes, field)) changes[field] = value;
    }
    if (Object.keys(changes).length > 0) people.set(loginId, changes);
  }
  return people;
}

function withPerson(resource: Resource, people: ReadonlyMap<string, PersonChanges>): Resource {
  const changes = people.get(personOf(resource) ?? "");
  if (changes === undefined) return resource;
  const known = Object.entries(changes).filter(([field]) => field in resource.attributes);
  return { ...resource, attributes: { ...resource.attributes, ...Object.fromEntries(known) } } as Resource;
}

// The resources that repeat a person's data.
function personOf(resource: Resource): string | null {
  switch (resource.kind) {
    case "mivb.user":
    case "micc.employee":
      return resource.attributes.loginId;
    case "micollab.client_account":
      return resource.attributes.userName;
    default:
      return null;
  }
}
