/** What should exist on each peer for one user of a template (design section 5). */
import { DEVICE_TYPES, DO_NOT_DEPLOY, PHONE_SLOTS, isSipAcdSoftphone } from "#lib/templates/schemas.ts";
import type { PhoneSlot, TemplatePhone, TemplateValues } from "#lib/templates/schemas.ts";
import type { PbxPhone } from "./adapters/adapter.ts";
import { ofKind, resource } from "./resources.ts";
import type { Resource } from "./resources.ts";

/** The phone type of a client account whose soft phone is a SIP ACD softphone (ACDADD-06). */
const SOFTPHONE = "SOFTPHONE";

export type Person = {
  loginId: string;
  firstName: string;
  lastName: string;
  email: string;
  /** Empty: the template's. */
  department: string;
  location: string;
};

/** The numbers of a user's phones. The Other phone has none of its own: it derives from the primary (OP4-10). */
export type PhoneNumbers = { primary: string; secondary?: string | undefined };

/** What is chosen when a template is given to users, beside the template. */
export type Choices = {
  /** PBX numbers of the agent groups that ACD agents join; the contact center's skill groups are the same ones. */
  agentGroups: string[];
  /** Makes the contact center's employee and agent too; it never happens by itself (ACDCC-03, OP4-23). */
  contactCenter: boolean;
  /** Mitel CX was assigned: its employee is made also for somebody who is no ACD agent (CX-09). */
  mitelCx: boolean;
  /** Put before and behind the primary number to make the Other phone's (OP4-10); at least one of them if there is an Other phone. */
  otherPhonePrefix: string;
  otherPhoneSuffix: string;
};

/** The slots of a template whose phones need a number of their own. */
export function slotsWithNumbers({ phones }: Pick<TemplateValues, "phones">): ("primary" | "secondary")[] {
  return phones.secondary.include ? ["primary", "secondary"] : ["primary"];
}

/**
 * The resources that a person with a template should have, in the order they are made.
 * Every phone of the template with its services (ACDTPL-25); one agent per ACD agent phone; a teleworker set per SIP phone
 * that has the service (SUP-10); a deployment by the SIP softphone's own profile, else by the client's (OP4-21, SUP-04).
 * The mailbox of a template with voicemail is made at the primary number.
 * @param held what the user has now: a phone that stays keeps its MAC address and DID number, which no template knows
 */
export function desiredState(
  person: Person,
  template: TemplateValues,
  numbers: PhoneNumbers,
  choices: Choices,
  held: readonly Resource[] = [],
): Resource[] {
  const phones = phonesOf(person, template, numbers, choices).map(({ slot, attributes }) => ({ slot, attributes: keeping(attributes, held) }));
  const groups = [...new Set(choices.agentGroups)].toSorted();
  const agents = phones.filter(({ attributes }) => attributes.hotDeskingUser && attributes.acdAgent);
  const inContactCenter = choices.contactCenter || choices.mitelCx;
  const { loginId, firstName, lastName, email } = person;
  return [
    resource("mivb.user", {
      loginId,
      firstName,
      lastName,
      email,
      department: person.department || (template.user.department ?? ""),
      location: person.location || (template.user.location ?? ""),
    }),
    ...phones.map(({ attributes }) => resource("mivb.phone", attributes)),
    ...(template.includeNuPoint ? [resource("mivb.voicemail", { number: numbers.primary })] : []),
    ...agents.flatMap(({ attributes }) =>
      groups.map((group) => resource("mivb.agent_group_member", { group, agentNumber: attributes.number })),
    ),
    ...teleworkerSets(person, template, phones),
    ...clientResources(person, template, phones),
    ...(choices.mitelCx || (inContactCenter && agents.length > 0) ? [employeeOf(person)] : []),
    ...(inContactCenter ? agents : []).map(({ attributes }) =>
      resource("micc.agent", { agentNumber: attributes.number, loginId, skillGroups: groups }),
    ),
  ];
}

/** The person as the contact center's employee. */
export function employeeOf({ loginId, firstName, lastName, email }: Person): Resource {
  return resource("micc.employee", { loginId, firstName, lastName, email });
}

type SlotPhone = { slot: PhoneSlot; attributes: PbxPhone };

function phonesOf(person: Person, template: TemplateValues, numbers: PhoneNumbers, choices: Choices): SlotPhone[] {
  const numberOf: Record<PhoneSlot, string | undefined> = {
    primary: numbers.primary,
    secondary: numbers.secondary,
    other: `${choices.otherPhonePrefix}${numbers.primary}${choices.otherPhoneSuffix}`,
  };
  return PHONE_SLOTS.flatMap((slot) => {
    const phone = template.phones[slot];
    const number = numberOf[slot];
    return phone.include && number !== undefined ? [{ slot, attributes: pbxPhone(slot, phone, number, person.loginId) }] : [];
  });
}

function keeping(phone: PbxPhone, held: readonly Resource[]): PbxPhone {
  const before = ofKind(held, "mivb.phone").find(({ key }) => key === phone.number)?.attributes;
  if (before === undefined) return phone;
  const macAddress = phone.hotDeskingUser ? null : before.macAddress;
  return { ...phone, macAddress, didServiceNumber: before.didServiceNumber };
}

function pbxPhone(slot: PhoneSlot, phone: TemplatePhone, number: string, loginId: string): PbxPhone {
  const softphone = isSipAcdSoftphone(phone);
  const device = phone.hotDeskingUser ? undefined : DEVICE_TYPES.find(({ name }) => name === phone.deviceType);
  return {
    number,
    loginId,
    isPrimary: slot === "primary",
    serviceLabel: phone.serviceLabel,
    phoneType: device?.phoneType ?? "Mitel PBX Phone",
    deviceType: device?.name ?? null,
    macAddress: null,
    protocol: softphone ? "SIP" : (device?.protocol ?? "MINET"),
    hotDeskingUser: phone.hotDeskingUser,
    acdAgent: phone.hotDeskingUser && phone.acdAgent,
    // ACDTPL-18: with one of the three boxes off it is an ordinary or a hot desk phone.
    enableSipSoftphone: softphone,
    externalHotDeskLicense: phone.hotDeskingUser && phone.externalHotDeskLicense,
    preferredSet: phone.preferredSet,
    private: phone.private,
    secondaryElement: phone.secondaryElement,
    didServiceNumber: null,
    useAsOutgoingDid: phone.useDidAsOutgoing,
    cesid: phone.cesid === "" ? null : phone.cesid,
    serviceLevel: phone.serviceLevel,
    zoneId: phone.zoneId,
    callCoverageServiceNumber: phone.callCoverageServiceNumber,
    classOfService: phone.classOfService,
    classOfRestriction: phone.classOfRestriction,
  };
}

function teleworkerSets({ loginId, firstName, lastName }: Person, template: TemplateValues, phones: SlotPhone[]): Resource[] {
  return phones
    .filter(({ slot, attributes }) => template.phones[slot].includeTeleworker && attributes.protocol === "SIP")
    .map(({ attributes: { number } }) =>
      resource("mbg.teleworker_set", {
        sipUserName: `${loginId}-${number}`,
        number,
        description: [firstName, lastName].filter(Boolean).join(" "),
      }),
    );
}

function clientResources({ loginId, firstName, lastName, email }: Person, template: TemplateValues, phones: SlotPhone[]): Resource[] {
  const { client, user } = template;
  if (!client.include) return [];
  const numberAt = (choice: "none" | PhoneSlot) => phones.find(({ slot }) => slot === choice)?.attributes.number ?? null;
  const profile = deploymentProfile(template, phones);
  return [
    resource("micollab.client_account", {
      userName: loginId,
      firstName,
      lastName,
      email,
      uccBundle: user.uccBundle ?? "",
      featureProfile: client.featureProfile,
      userProfile: client.userProfile,
      deskPhoneExtension: numberAt(client.deskPhoneExtension),
      softPhoneExtension: numberAt(client.softPhoneExtension),
      phoneType: phones.some(({ slot, attributes }) => slot === client.softPhoneExtension && attributes.enableSipSoftphone) ? SOFTPHONE : null,
      miTeamClassic: client.miTeamClassic,
      idsManageable: user.idsManageable,
    }),
    ...(profile === null ? [] : [resource("micollab.deployment", { userName: loginId, profile })]),
  ];
}

function deploymentProfile({ client, phones: blocks }: TemplateValues, phones: SlotPhone[]): string | null {
  const softphones = phones.filter(({ attributes }) => attributes.enableSipSoftphone);
  const softphone = softphones.find(({ slot }) => slot === client.softPhoneExtension) ?? softphones[0];
  const profile = softphone === undefined ? client.deploymentProfile : blocks[softphone.slot].deploymentProfile;
  return profile === null || profile === "" || profile === DO_NOT_DEPLOY ? null : profile;
}
