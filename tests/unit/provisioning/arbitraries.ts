/** Random people, templates and peer states for property tests. */
import fc from "fast-check";
import { desiredState } from "#lib/provisioning/desired-state.ts";
import type { Person } from "#lib/provisioning/desired-state.ts";
import { needsOf } from "#lib/provisioning/references.ts";
import { identityOf, indexOf } from "#lib/provisioning/resources.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import { DEFAULT_TEMPLATE } from "#lib/templates/default-template.ts";
import { DEVICE_TYPES, DO_NOT_DEPLOY, PHONE_CHOICES, UCC_BUNDLES } from "#lib/templates/schemas.ts";
import type { TemplatePhone, TemplateValues } from "#lib/templates/schemas.ts";

const shifts = fc.record({ day: fc.integer({ min: 1, max: 3 }), night1: fc.constant(1), night2: fc.constant(2) });
const profile = fc.constantFrom("default", "sales", DO_NOT_DEPLOY);

const phone: fc.Arbitrary<TemplatePhone> = fc.record({
  include: fc.boolean(),
  serviceLabel: fc.constantFrom("Desk", "Home"),
  private: fc.boolean(),
  networkElement: fc.constant(null),
  secondaryElement: fc.constant(null),
  useDidAsOutgoing: fc.boolean(),
  cesid: fc.constantFrom("", "5551234"),
  hotDeskingUser: fc.boolean(),
  acdAgent: fc.boolean(),
  enableSipSoftphone: fc.boolean(),
  externalHotDeskLicense: fc.boolean(),
  deviceType: fc.constantFrom(...DEVICE_TYPES.map(({ name }) => name)),
  deploymentProfile: fc.option(profile),
  preferredSet: fc.constantFrom("No Device", "5000"),
  includeTeleworker: fc.boolean(),
  serviceLevel: fc.constant("Full"),
  zoneId: fc.integer({ min: 1, max: 2 }),
  callCoverageServiceNumber: fc.constant(1),
  classOfService: shifts,
  classOfRestriction: shifts,
});

export const template: fc.Arbitrary<TemplateValues> = fc.record({
  label: fc.constant("Any"),
  description: fc.constant(""),
  user: fc.record({
    uccBundle: fc.constantFrom(...UCC_BUNDLES.map(({ name }) => name)),
    serviceCategory: fc.constant(null),
    department: fc.option(fc.constantFrom("Sales", "Support")),
    location: fc.constant(null),
    promptLanguage: fc.constant("System"),
    password: fc.constant(DEFAULT_TEMPLATE.user.password),
    tuiPasscode: fc.constant(DEFAULT_TEMPLATE.user.tuiPasscode),
    idsManageable: fc.boolean(),
  }),
  phones: fc.record({
    primary: phone.map((values) => ({ ...values, include: true })),
    secondary: phone,
    other: phone.map((values) => ({ ...values, deriveDn: true })),
  }),
  includeGroup: fc.boolean(),
  includeSpeechAutoAttendant: fc.boolean(),
  includeNuPoint: fc.boolean(),
  includeConferencing: fc.boolean(),
  client: fc.record({
    include: fc.boolean(),
    featureProfile: fc.constantFrom("UCC (V4.0) Standard", "UCC (V4.0) Premium"),
    userProfile: fc.constant("Default User Profile"),
    deskPhoneExtension: fc.constantFrom(...PHONE_CHOICES),
    softPhoneExtension: fc.constantFrom(...PHONE_CHOICES),
    deploymentProfile: profile,
    miTeamClassic: fc.boolean(),
  }),
});

const person = (loginId: string): fc.Arbitrary<Person> =>
  fc.record({
    loginId: fc.constant(loginId),
    firstName: fc.constantFrom("Ada", "Dana"),
    lastName: fc.constantFrom("Brandt", "Ortiz"),
    email: fc.constant(`${loginId}@example.com`),
    department: fc.constantFrom("", "Board"),
    location: fc.constant(""),
  });

const numbers = fc
  .shuffledSubarray(["2201", "2202", "2203"], { minLength: 2, maxLength: 2 })
  .map(([primary = "", secondary = ""]) => ({ primary, secondary }));

const choices = fc.record({
  agentGroups: fc.subarray(["100", "101"]),
  contactCenter: fc.boolean(),
  mitelCx: fc.boolean(),
  otherPhonePrefix: fc.constantFrom("9", "8"),
  otherPhoneSuffix: fc.constant(""),
});

/** What one user should have; the same login and few numbers each time, so that two of them meet in many ways. */
export const wished: fc.Arbitrary<Resource[]> = fc
  .tuple(person("abrandt"), template, numbers, choices)
  .map((parts) => desiredState(...parts));

/** A state some of whose resources went missing, in a way that the peers' rules allow. */
export const found: fc.Arbitrary<Resource[]> = fc
  .tuple(wished, fc.array(fc.nat(), { maxLength: 3 }), fc.boolean())
  .map(([resources, picks, none]) => (none ? [] : picks.reduce((left, pick) => without(left, pick), resources)));

/** Without one resource and what can not be without it; memberships go with their agent, which would write them again. */
export function without(resources: readonly Resource[], pick: number): Resource[] {
  const removable = resources.filter(({ kind }) => kind !== "mivb.agent_group_member");
  const victim = removable[pick % Math.max(1, removable.length)];
  if (victim === undefined) return [...resources];
  const index = indexOf(resources);
  const gone = new Set([identityOf(victim)]);
  for (let before = 0; before !== gone.size; ) {
    before = gone.size;
    for (const resource of resources) if (needsOf(resource, index).some((need) => gone.has(need))) gone.add(identityOf(resource));
    for (const resource of resources) {
      if (resource.kind === "micc.agent" && gone.has(identityOf(resource))) {
        for (const group of resource.attributes.skillGroups) gone.add(`mivb.agent_group_member ${group}/${resource.key}`);
      }
    }
  }
  const left = resources.filter((resource) => !gone.has(identityOf(resource)));
  return withOnePrimary(left.map((resource) => lettingGo(resource, gone)));
}

function lettingGo(resource: Resource, gone: ReadonlySet<string>): Resource {
  if (resource.kind !== "micollab.client_account") return resource;
  const kept = (number: string | null) => (number !== null && gone.has(`mivb.phone ${number}`) ? null : number);
  const { deskPhoneExtension, softPhoneExtension, phoneType } = resource.attributes;
  const extensions = { deskPhoneExtension: kept(deskPhoneExtension), softPhoneExtension: kept(softPhoneExtension) };
  return { ...resource, attributes: { ...resource.attributes, ...extensions, phoneType: extensions.softPhoneExtension && phoneType } };
}

function withOnePrimary(resources: Resource[]): Resource[] {
  const phones = resources.filter((resource) => resource.kind === "mivb.phone");
  const first = phones.find(({ attributes }) => attributes.isPrimary) ?? phones[0];
  return resources.map((resource) =>
    resource.kind === "mivb.phone" ? { ...resource, attributes: { ...resource.attributes, isPrimary: resource.key === first?.key } } : resource,
  );
}
