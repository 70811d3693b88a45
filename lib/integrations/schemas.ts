/** The integrations that an account can have, by their keys (INTEG-15, INTEG-16), and the shapes in which they are shown. Safe for the browser. */
import { z } from "zod";
import { AccountSwitches } from "#lib/account-switches/schemas.ts";
import { ChatSettingsView } from "#lib/chat-settings/schemas.ts";
import type { FieldDeclaration, SettingValues } from "./fields.ts";

export const INTEGRATION_KEYS = [
  "cloudlink_gateway",
  "micc",
  "micollab",
  "mitel_cx",
  "mitel_one",
  "mitel_one_workgroups",
  "mitel_voice_assist",
  "mitel_workflow_studio",
  "miteam_meetings",
  "mivoice_business",
  "unify_phone",
  "zoom",
  "single_sign_on",
  "microsoft_office_365",
  "twilio",
  "cm_com",
  "azure_ad_sync",
  "microsoft_teams",
] as const;
export type IntegrationKey = (typeof INTEGRATION_KEYS)[number];

export const INTEGRATION_TABS = ["mitel", "third_party"] as const;
export type IntegrationTab = (typeof INTEGRATION_TABS)[number];

/** "off" is one that is on the account and still to be switched on (OP2-02). */
export const INTEGRATION_STATUSES = ["incomplete", "off", "on"] as const;
export type IntegrationStatus = (typeof INTEGRATION_STATUSES)[number];

/** What a page draws beside the name. */
export const ICON_NAMES = ["gateway", "headset", "collaboration", "people", "one", "care", "voice", "workflow", "meeting", "phone", "handset", "video", "key", "calendar", "message", "sync", "presence"] as const;
export type IconName = (typeof ICON_NAMES)[number];

/** Pages that integrations bring into the navigation. */
export type NavigationId = "mivoiceBusiness" | "mivoiceBusinessNumbers" | "customerCare" | "voiceAssist";

/** What the gear of a feature opens. */
export const FEATURE_TARGETS = ["chat", "miteam_meetings"] as const;
export type FeatureTarget = (typeof FEATURE_TARGETS)[number];

/** What pages and checks know of the integrations of an account without asking again. */
export type IntegrationStates = Partial<Record<IntegrationKey, { status: IntegrationStatus; features: Record<string, boolean> }>>;

const Fields = z.custom<readonly FieldDeclaration[]>(Array.isArray);
const Values = z.record(z.string(), z.union([z.string(), z.boolean()])) satisfies z.ZodType<SettingValues>;

/** The settings of an integration as its page or dialog shows them; a secret is empty, and named in `keptSecrets` when there is one. */
export const SettingsView = z.object({
  title: z.string(),
  intro: z.string(),
  fields: Fields,
  values: Values,
  keptSecrets: z.array(z.string()),
  confirmWord: z.string().nullable(),
});
export type SettingsView = z.infer<typeof SettingsView>;

export const FeatureView = z.object({
  key: z.string(),
  label: z.string(),
  hint: z.string(),
  on: z.boolean(),
  /** What is wrong with it; empty when nothing is. */
  attention: z.string(),
  /** Where that is mended, below the account's address; empty when the switch itself is the place. */
  attentionPath: z.string(),
  /** What its gear opens: the chat settings, or those of the integration that it stands for. */
  gear: z.enum(FEATURE_TARGETS).nullable(),
  /** Of the integration that it stands for; where they are kept is `key`. */
  settings: z.object({ key: z.enum(INTEGRATION_KEYS), version: z.number().int(), view: SettingsView }).nullable(),
});
export type FeatureView = z.infer<typeof FeatureView>;

const EntryState = z.object({
  tone: z.enum(["good", "warn", "bad", "neutral"]),
  message: z.string(),
  /** Where help with it is, below the account's address (GW-11). */
  helpPath: z.string().optional(),
});
export type EntryState = z.infer<typeof EntryState>;

/** What is asked before an appliance is reset to factory default: the word to type, and which appliance it is (GW-51). */
const RevertQuestion = z.object({ word: z.string(), address: z.string() });
export type RevertQuestion = z.infer<typeof RevertQuestion>;

/** An integration that is on the account. */
export const IntegrationEntry = z.object({
  key: z.enum(INTEGRATION_KEYS),
  name: z.string(),
  icon: z.enum(ICON_NAMES),
  status: z.enum(INTEGRATION_STATUSES),
  /** A job is removing it. */
  removing: z.boolean(),
  state: EntryState.nullable(),
  features: z.array(FeatureView),
  /** The label of the button that leads to its set-up. */
  setUpLabel: z.string(),
  /** Where its settings are: on a page of their own when they have to be completed. */
  settingsPlace: z.enum(["page", "dialog"]).nullable(),
  /** A page of its own that tells how it stands, below the account's address; it then has no gear (INT-19). */
  ownPage: z.string().nullable(),
  /** What a dialog shows; of a page the page itself asks. */
  settings: SettingsView.nullable(),
  /** What will happen when it is removed, one line each. */
  removal: z.array(z.string()),
  /** Its removal resets an appliance, and asks for a word. */
  revert: RevertQuestion.nullable(),
  /** The feature of another entry below which it stands instead of alone (ONE-11). */
  mergedInto: z.string().nullable(),
  version: z.number().int(),
});
export type IntegrationEntry = z.infer<typeof IntegrationEntry>;

export const CatalogueCard = z.object({
  key: z.enum(INTEGRATION_KEYS),
  name: z.string(),
  tab: z.enum(INTEGRATION_TABS),
  icon: z.enum(ICON_NAMES),
  description: z.string(),
  added: z.boolean(),
  /** One of each of these has to be on the account, or be added with it. */
  needs: z.array(z.array(z.enum(INTEGRATION_KEYS))),
  conflicts: z.array(z.enum(INTEGRATION_KEYS)),
  features: z.array(z.object({ key: z.string(), label: z.string(), hint: z.string(), initial: z.boolean() })),
});
export type CatalogueCard = z.infer<typeof CatalogueCard>;

/** Everything that the panel "Integrations" shows of an account. */
export const IntegrationsPanel = z.object({
  entries: z.array(IntegrationEntry),
  catalogue: z.array(CatalogueCard),
  chat: ChatSettingsView,
  /** Chat is an entry of its own, unless an integration has it among its features (INTEG-08, ONE-10). */
  chatStandsAlone: z.boolean(),
  switches: AccountSwitches,
});
export type IntegrationsPanel = z.infer<typeof IntegrationsPanel>;

/** One integration of an account with its settings. */
export const IntegrationDetails = z.object({
  entry: IntegrationEntry,
  description: z.string(),
  settings: SettingsView.nullable(),
  /** Until its set-up is complete: who completes it and what that takes. */
  setUp: z.object({ by: z.enum(["portal", "outside", "wizard"]), takes: z.array(z.string()) }).nullable(),
  addedAt: z.iso.datetime(),
  addedBy: z.string(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
});
export type IntegrationDetails = z.infer<typeof IntegrationDetails>;

const Features = z.record(z.string().max(50), z.boolean());

export const AddIntegrationsInput = z.object({
  integrations: z
    .array(z.object({ key: z.enum(INTEGRATION_KEYS), features: Features.default({}) }))
    .min(1, "Please choose at least one integration.")
    .max(INTEGRATION_KEYS.length)
    .refine((chosen) => new Set(chosen.map(({ key }) => key)).size === chosen.length, "An integration can be added once only."),
});
export type AddIntegrationsInput = z.infer<typeof AddIntegrationsInput>;

const Version = z.number().int().positive();

/** Each feature is set by itself, and the others stay as they are; with a version only from the state that has it. */
export const UpdateFeaturesInput = z.object({ key: z.enum(INTEGRATION_KEYS), version: Version.optional(), features: Features });

/** What is left out stays as it is. Which settings there are is a matter of the integration. */
export const UpdateSettingsInput = z.object({ key: z.enum(INTEGRATION_KEYS), version: Version, settings: Values });

/** The word is needed where the removal resets an appliance (GW-52). */
export const RemoveIntegrationInput = z.object({ key: z.enum(INTEGRATION_KEYS), word: z.string().trim().max(50).optional() });

export const SwitchOnInput = z.object({ key: z.enum(INTEGRATION_KEYS), version: Version });
