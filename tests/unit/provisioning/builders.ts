/** Valid people, choices and worlds; a test overrides what it is about. */
import { desiredState } from "#lib/provisioning/desired-state.ts";
import type { Choices, Person, PhoneNumbers } from "#lib/provisioning/desired-state.ts";
import { plan } from "#lib/provisioning/plan.ts";
import type { UserPlan } from "#lib/provisioning/problem.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import type { Peers, World } from "#lib/provisioning/world.ts";
import { DEFAULT_TEMPLATE } from "#lib/templates/default-template.ts";
import type { TemplatePhone, TemplateValues } from "#lib/templates/schemas.ts";

export function aPerson(overrides: Partial<Person> = {}): Person {
  return { loginId: "abrandt", firstName: "Ada", lastName: "Brandt", email: "ada@example.com", department: "", location: "", ...overrides };
}

export function someChoices(overrides: Partial<Choices> = {}): Choices {
  return { agentGroups: ["2301"], contactCenter: true, mitelCx: false, otherPhonePrefix: "9", otherPhoneSuffix: "", ...overrides };
}

/** The default template with another primary phone, and further parts replaced. */
export function aTemplate(primary: Partial<TemplatePhone> = {}, overrides: Partial<TemplateValues> = {}): TemplateValues {
  const phones = { ...DEFAULT_TEMPLATE.phones, primary: { ...DEFAULT_TEMPLATE.phones.primary, ...primary } };
  return { ...DEFAULT_TEMPLATE, phones, ...overrides };
}

/** What a person has with a template at a number. */
export function resourcesFor(
  template: TemplateValues = DEFAULT_TEMPLATE,
  { person = aPerson(), numbers = { primary: "2201" }, choices = someChoices() }: { person?: Person; numbers?: PhoneNumbers; choices?: Choices } = {},
): Resource[] {
  return desiredState(person, template, numbers, choices);
}

export function somePeers(overrides: Partial<Peers> = {}): Peers {
  return {
    mivb: {
      kind: "mivb",
      name: "mivb-1",
      release: "9.4",
      numberRanges: [{ from: "2200", to: "2299" }],
      voicemailDigitLength: 4,
      classesOfService: [1, 2, 3],
      classesOfRestriction: [1, 2, 3],
      zones: [1, 2],
      maxServicesPerUser: 8,
    },
    mbg: { kind: "mbg", name: "mbg-1", release: "11.5", connection: "local", sipHost: "mbg.example.com" },
    micollab: {
      kind: "micollab",
      name: "micollab-1",
      release: "9.5",
      mode: "integrated",
      flowThrough: true,
      licences: [{ bundle: "UCC Premium User for Enterprise (V4.0)", partNumber: "54006545", total: 46, used: 0 }],
      featureProfiles: ["UCC (V4.0) Standard"],
      userProfiles: ["Default User Profile"],
      deploymentProfiles: [{ name: "default", mbgSipHost: "mbg.example.com", mbgWebRtcSipHost: "mbg.example.com" }],
    },
    micc: { kind: "micc", name: "micc-1", release: "9.1" },
    ...overrides,
  };
}

export function aWorld(overrides: Partial<World> = {}): World {
  const groups = [{ number: "2301", name: "Sales", members: [] }];
  return { peers: somePeers(), resources: [], numbersInUse: [], agentGroups: groups, skillGroups: groups, ...overrides };
}

/** The plan that gives a user what is wanted. */
export function aUserPlan(desired: Resource[], actual: Resource[] = [], overrides: Partial<UserPlan> = {}): UserPlan {
  return { id: "user-1", name: "Ada Brandt", loginId: "abrandt", desired, actual, steps: plan(desired, actual), ...overrides };
}
