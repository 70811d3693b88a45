/** Attribute mappings: from a person to what the application is sent (AADC-03). Pure. */
import type { Mapping, Person, PersonField } from "./schemas.ts";
import { PERSON_FIELDS } from "./schemas.ts";

const plain = (source: string, target: string): Mapping => ({ source, target, matching: null });

/** As a new application has them. */
export const DEFAULT_MAPPINGS: readonly Mapping[] = [
  { source: "userPrincipalName", target: "userName", matching: 1 },
  plain('Switch([IsSoftDeleted], "False", "True", "True", "False")', "active"),
  plain("displayName", "displayName"),
  plain("jobTitle", "title"),
  plain("preferredLanguage", "preferredLanguage"),
  plain("givenName", "name.givenName"),
  plain("surname", "name.familyName"),
  plain('Join(" ", [givenName], [surname])', "name.formatted"),
  plain("physicalDeliveryOfficeName", 'addresses[type eq "work"].formatted'),
  plain("streetAddress", 'addresses[type eq "work"].streetAddress'),
];

/** Whether the application is to have the person as an active user: assigned, enabled and not deleted (AADC-02, AADC-09). */
export function isInScope({ assigned, accountEnabled, softDeleted }: Person): boolean {
  return assigned && accountEnabled && !softDeleted;
}

const CALL = /^(Join|Switch)\((.*)\)$/i;
const ARGUMENT = /"((?:[^"\\]|\\.)*)"|\[(\w+)\]/g;

function attribute(person: Person, name: string): string {
  if (name.toLowerCase() === "issoftdeleted") return isInScope(person) ? "False" : "True";
  const field = PERSON_FIELDS.find((each) => each.toLowerCase() === name.toLowerCase());
  return field ? person[field satisfies PersonField] : "";
}

/** The value of a mapping's source for a person; empty where there is none. */
export function evaluate(source: string, person: Person): string {
  const call = CALL.exec(source.trim());
  if (!call) return attribute(person, source.trim().replaceAll(/^\[|\]$/g, ""));
  const [first = "", ...rest] = [...call[2]!.matchAll(ARGUMENT)].map(([, text, name]) => (name === undefined ? (text ?? "") : attribute(person, name)));
  if (call[1]!.toLowerCase() === "join") return rest.filter((part) => part !== "").join(first);
  for (let at = 0; at + 1 < rest.length; at += 2) if (rest[at] === first) return rest[at + 1]!;
  return "";
}

/** What is sent of a person, by target attribute. An empty source is not sent at all (AADC-08). */
export function valuesOf(person: Person, mappings: readonly Mapping[]): Record<string, string> {
  const pairs = mappings.map(({ source, target }) => [target, evaluate(source, person)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ""));
}

/** The mapping by which people are matched; without one nothing can be provisioned. */
export function matchingOf(mappings: readonly Mapping[]): Mapping | undefined {
  return mappings.filter(({ matching }) => matching !== null).toSorted((a, b) => a.matching! - b.matching!)[0];
}
