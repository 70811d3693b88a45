/** What a user template holds (ACDTF) and the vocabulary of its fields. Safe for the browser. */
import { z } from "zod";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";

export const PHONE_SLOTS = ["primary", "secondary", "other"] as const;
export type PhoneSlot = (typeof PHONE_SLOTS)[number];

export const SLOT_LABELS: Record<PhoneSlot, string> = {
  primary: "Primary",
  secondary: "Secondary",
  other: "Other",
};

/** "None", or the phone of the template that the MiCollab Client uses (OP4-11). */
export const PHONE_CHOICES = ["none", ...PHONE_SLOTS] as const;

export const PASSWORD_MODES = {
  same_as_extension: "Same as Primary Phone Extension",
  random: "Randomly Generate",
  value: "Use this value",
} as const;
export type PasswordMode = keyof typeof PASSWORD_MODES;

export const SERVICE_LEVELS = ["Full", "IP Device Only", "Multi-device"] as const;
export const NO_DEVICE = "No Device";
export const DO_NOT_DEPLOY = "Do Not Deploy";
export const SYSTEM_PROMPT_LANGUAGE = "System Default - English (United States)";

/** The profiles that every MiCollab has; others are known to it alone. */
export const FEATURE_PROFILES = ["UCC (V4.0) Entry", "UCC (V4.0) Standard", "UCC (V4.0) Premium"] as const;
export const USER_PROFILE = "Default User Profile";
export const DEPLOYMENT_PROFILE = "default";

export const TIERS = ["entry", "standard", "premium"] as const;
export type Tier = (typeof TIERS)[number];

/** The bundles whose license a SIP ACD device may use (ACDPRE-11); Premium is no longer sold (ACDPRE-13). */
export const UCC_BUNDLES: { name: string; partNumber: string; tier: Tier; orderable: boolean }[] = [
  { name: "UCC Entry User for Enterprise (V4.0)", partNumber: "54006539", tier: "entry", orderable: true },
  { name: "UCC Standard User for Enterprise (V4.0)", partNumber: "54006542", tier: "standard", orderable: true },
  { name: "UCC Premium User for Enterprise (V4.0)", partNumber: "54006545", tier: "premium", orderable: false },
];

export type DeviceType = { name: string; category: string; phoneType: "Mitel PBX Phone" | "Generic SIP Phone"; protocol: "MINET" | "SIP" };

/** Devices of phones that are not hot desk; a type can be changed only within its category (SUP-06). */
export const DEVICE_TYPES: DeviceType[] = [
  ...["5320 IP", "5324 IP", "5330 IP", "5340 IP", "5360 IP", "6905 IP", "6910 IP", "6920 IP", "6930 IP", "6940 IP"].map(
    (name): DeviceType => ({ name, category: "Multiline IP", phoneType: "Mitel PBX Phone", protocol: "MINET" }),
  ),
  { name: "UC Endpoint", category: "SIP", phoneType: "Mitel PBX Phone", protocol: "SIP" },
  { name: "Generic SIP Phone", category: "SIP", phoneType: "Generic SIP Phone", protocol: "SIP" },
];

/** Letters, digits, space, hyphen and underscore: how a role may be called that is used to migrate users (OP4-17, ACDMIG-08). */
export const NO_SPECIAL_CHARACTERS = /^[\p{L}\p{N} _-]+$/u;

const shift = z.int().min(1);
const ThreeShifts = z.object({ day: shift, night1: shift, night2: shift });
const name = z.string().trim().max(100);

const PasswordRule = z.object({
  mode: z.enum(Object.keys(PASSWORD_MODES) as [PasswordMode, ...PasswordMode[]]),
  value: z.string().max(64),
});

const phoneFields = {
  include: z.boolean(),
  serviceLabel: name,
  private: z.boolean(),
  /** Null is the local MiVoice Business of the account (ACDTF-13). */
  networkElement: name.nullable(),
  secondaryElement: name.nullable(),
  useDidAsOutgoing: z.boolean(),
  cesid: z.string().trim().max(20),
  hotDeskingUser: z.boolean(),
  acdAgent: z.boolean(),
  enableSipSoftphone: z.boolean(),
  externalHotDeskLicense: z.boolean(),
  deviceType: z.enum(DEVICE_TYPES.map((device) => device.name)).nullable(),
  deploymentProfile: name.nullable(),
  preferredSet: name,
  includeTeleworker: z.boolean(),
  serviceLevel: z.enum(SERVICE_LEVELS),
  zoneId: z.int().min(1),
  callCoverageServiceNumber: z.int().min(1),
  classOfService: ThreeShifts,
  classOfRestriction: ThreeShifts,
};

/** One phone of a template: all fields of a phone except its number. */
export const TemplatePhone = z.object(phoneFields);
export type TemplatePhone = z.infer<typeof TemplatePhone>;

export const TemplateValues = z.object({
  label: name.min(1, "Enter a label."),
  description: z.string().trim().max(500),
  user: z.object({
    uccBundle: z.enum(UCC_BUNDLES.map((bundle) => bundle.name)).nullable(),
    /** The named grouping of features and services that the template is one of (SVC-05); its tier is that of the bundle (OP2-32). */
    serviceCategory: name.nullable(),
    department: name.nullable(),
    location: name.nullable(),
    promptLanguage: name,
    password: PasswordRule,
    tuiPasscode: PasswordRule,
    idsManageable: z.boolean(),
  }),
  phones: z.object({
    primary: TemplatePhone,
    secondary: TemplatePhone,
    other: z.object({ ...phoneFields, deriveDn: z.boolean() }),
  }),
  includeGroup: z.boolean(),
  includeSpeechAutoAttendant: z.boolean(),
  includeNuPoint: z.boolean(),
  includeConferencing: z.boolean(),
  client: z.object({
    include: z.boolean(),
    featureProfile: name,
    userProfile: name,
    deskPhoneExtension: z.enum(PHONE_CHOICES),
    softPhoneExtension: z.enum(PHONE_CHOICES),
    deploymentProfile: name,
    miTeamClassic: z.boolean(),
  }),
});
export type TemplateValues = z.infer<typeof TemplateValues>;

/** The fields whose "Use this value" is a secret: it is taken and used, and never told again. */
export const SECRET_FIELDS = ["password", "tuiPasscode"] as const;
export type SecretField = (typeof SECRET_FIELDS)[number];

/** Which secrets a template holds; an empty input keeps one that is held. */
export const HeldSecrets = z.object({ password: z.boolean(), tuiPasscode: z.boolean() });
export type HeldSecrets = z.infer<typeof HeldSecrets>;
export const NO_SECRETS_HELD: HeldSecrets = { password: false, tuiPasscode: false };

export const TemplateView = z.object({
  id: z.uuid(),
  isDefault: z.boolean(),
  /** As the form shows them; the value of a secret is always empty. */
  values: TemplateValues,
  heldSecrets: HeldSecrets,
  /** How many users have it by its role; counted up to a cap. */
  userCount: z.number().int(),
  userCountIsExact: z.boolean(),
  version: z.number().int(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
});
export type TemplateView = z.infer<typeof TemplateView>;

export const TemplateListItem = TemplateView.omit({ values: true, heldSecrets: true, version: true }).extend({
  label: z.string(),
  description: z.string(),
  /** What the primary phone is, e.g. "SIP Softphone ACD" or "6930 IP"; null when nobody has said. */
  primaryPhone: z.string().nullable(),
});
export type TemplateListItem = z.infer<typeof TemplateListItem>;

export const TEMPLATE_KINDS = ["default", "custom"] as const;
export const TEMPLATE_SORTS = ["label", "modified"] as const;
export const FindTemplatesInput = ListQuery.extend({
  kind: z.enum(TEMPLATE_KINDS).optional(),
  sort: z.templateLiteral([z.enum(["", "-"]), z.enum(TEMPLATE_SORTS)]).default("label"),
});
export type FindTemplatesInput = z.infer<typeof FindTemplatesInput>;
export const TemplatePage = listPage(TemplateListItem);

/** `copiedFrom` is the template that a copy began with: its secrets go with it, since the form can not hold them (ACDTPL-15). */
export const AddTemplateInput = TemplateValues.extend({ copiedFrom: z.uuid().optional() });

/** All fields, as the form holds them; `version` is the one it was filled from. */
export const UpdateTemplateInput = TemplateValues.extend({ templateId: z.uuid(), version: z.int() });

/** What the drop-downs offer that depends on the account: names of its systems, and what its templates use already. */
export const TemplateChoices = z.object({
  networkElements: z.array(z.string()),
  secondaryElements: z.array(z.string()),
  serviceCategories: z.array(z.string()),
  departments: z.array(z.string()),
  locations: z.array(z.string()),
  promptLanguages: z.array(z.string()),
  preferredSets: z.array(z.string()),
  deploymentProfiles: z.array(z.string()),
  featureProfiles: z.array(z.string()),
  userProfiles: z.array(z.string()),
});
export type TemplateChoices = z.infer<typeof TemplateChoices>;

/** Whether a phone is a SIP ACD softphone: all three boxes on (ACDTPL-18). */
export function isSipAcdSoftphone(phone: Pick<TemplatePhone, "hotDeskingUser" | "acdAgent" | "enableSipSoftphone">): boolean {
  return phone.hotDeskingUser && phone.acdAgent && phone.enableSipSoftphone;
}

/** The level of a UCC bundle by its name; null for none or one that is not known. */
export function tierOf(uccBundle: string | null): Tier | null {
  return UCC_BUNDLES.find((bundle) => bundle.name === uccBundle)?.tier ?? null;
}
