/** What a template must not be saved with. One list of rules for the form and for the server. */
import { NO_SECRETS_HELD, PHONE_SLOTS, SLOT_LABELS, TemplateValues, tierOf } from "./schemas.ts";
import type { HeldSecrets, PhoneSlot, TemplatePhone, Tier } from "./schemas.ts";

export type TemplateError = { path: string; message: string };

/** What a user of a bundle may be given; the choices of a template follow its bundle and feature profile (ACDTPL-17). */
export type Offer = { phones: PhoneSlot[]; conferencing: boolean; miTeamClassic: boolean };

const OFFERS: Record<Tier, Omit<Offer, "miTeamClassic">> = {
  entry: { phones: ["primary", "secondary"], conferencing: false },
  standard: { phones: [...PHONE_SLOTS], conferencing: true },
  premium: { phones: [...PHONE_SLOTS], conferencing: true },
};

/** What the systems take; a template that asks for something else would fail at every one of its users. */
const SHORTEST_PASSWORD = 4;
const PASSCODE = /^\d{4,10}$/;
const CESID = /^\d{0,12}$/;
const LONGEST_SERVICE_LABEL = 60;

const ORDER: Tier[] = ["entry", "standard", "premium"];

/**
 * The phones and services that a bundle together with a feature profile offers (ACDTPL-17).
 * The lower of the two decides; MiTeam Classic goes by the bundle alone (OP4-15). Without a bundle nothing is held back
 * but MiTeam Classic: phones and services then need licenses of their own (ACDPRE-12).
 */
export function offerOf(uccBundle: string | null, featureProfile: string): Offer {
  const bundle = tierOf(uccBundle);
  const profile = ORDER.find((tier) => featureProfile.toLowerCase().includes(tier)) ?? null;
  const lower = ORDER.find((tier) => tier === bundle || tier === profile) ?? "premium";
  return { ...OFFERS[lower], miTeamClassic: bundle === "premium" };
}

/**
 * Why a template can not be saved: dotted field paths with a sentence each; empty when it can.
 * SUP-02 (a primary phone), ACDTPL-21 (Derive DN), ACDTPL-17 (what the bundle offers), OP4-15, ACDEDIT-06, ACDPRE-11.
 * @param held the secrets that the template has already, for which an empty input is enough
 */
export function templateErrors(values: TemplateValues, held: HeldSecrets = NO_SECRETS_HELD): TemplateError[] {
  return [...phoneErrors(values), ...passwordErrors(values, held), ...clientErrors(values), ...offerErrors(values)];
}

/** The shape in which a template is saved, with every rule about fields that depend on each other; `held` as for `templateErrors`. */
export function templateInput(held: HeldSecrets = NO_SECRETS_HELD) {
  return TemplateValues.superRefine((values, context) => {
    for (const { path, message } of templateErrors(values, held)) context.addIssue({ code: "custom", path: path.split("."), message });
  });
}

function phoneErrors({ phones }: TemplateValues): TemplateError[] {
  const errors: TemplateError[] = [];
  if (!phones.primary.include) errors.push({ path: "phones.primary.include", message: "A template needs a primary phone." });
  for (const slot of PHONE_SLOTS) {
    if (!phones[slot].include) continue;
    if (lacksDevice(phones[slot])) {
      errors.push({ path: `phones.${slot}.deviceType`, message: "Choose a device type, or make it the phone of a hot desking user." });
    }
    if (!CESID.test(phones[slot].cesid)) errors.push({ path: `phones.${slot}.cesid`, message: "A CESID has at most 12 digits, and nothing else." });
    if (phones[slot].serviceLabel.length > LONGEST_SERVICE_LABEL) errors.push({ path: `phones.${slot}.serviceLabel`, message: `At most ${LONGEST_SERVICE_LABEL} characters.` });
    if (phones[slot].preferredSet === "") errors.push({ path: `phones.${slot}.preferredSet`, message: "Choose a set, or “No Device”." });
  }
  if (phones.other.include && !phones.other.deriveDn) {
    errors.push({ path: "phones.other.deriveDn", message: "Select “Derive DN”: the other phone gets its number from the primary phone." });
  }
  return errors;
}

function lacksDevice(phone: TemplatePhone): boolean {
  return !phone.hotDeskingUser && phone.deviceType === null;
}

function passwordErrors({ user: { password, tuiPasscode } }: TemplateValues, held: HeldSecrets): TemplateError[] {
  const errors: TemplateError[] = [];
  if (password.mode === "value" && password.value === "" && !held.password) {
    errors.push({ path: "user.password.value", message: "Enter the password to use." });
  } else if (password.mode === "value" && password.value !== "" && password.value.length < SHORTEST_PASSWORD) {
    errors.push({ path: "user.password.value", message: `Enter a password of at least ${SHORTEST_PASSWORD} characters.` });
  }
  const keepsPasscode = tuiPasscode.value === "" && held.tuiPasscode;
  if (tuiPasscode.mode === "value" && !keepsPasscode && !PASSCODE.test(tuiPasscode.value)) {
    errors.push({ path: "user.tuiPasscode.value", message: "Enter the passcode to use, 4 to 10 digits." });
  }
  return errors;
}

function clientErrors({ client, phones, user }: TemplateValues): TemplateError[] {
  if (!client.include) return [];
  const errors: TemplateError[] = [];
  if (user.uccBundle === null) {
    errors.push({ path: "user.uccBundle", message: "Choose a UCC bundle: the MiCollab Client Service uses one license of it." });
  }
  for (const field of ["featureProfile", "userProfile", "deploymentProfile"] as const) {
    if (client[field] === "") errors.push({ path: `client.${field}`, message: "Choose a profile." });
  }
  for (const field of ["deskPhoneExtension", "softPhoneExtension"] as const) {
    const slot = client[field];
    if (slot !== "none" && !phones[slot].include) {
      errors.push({ path: `client.${field}`, message: `The template has no ${SLOT_LABELS[slot].toLowerCase()} phone.` });
    }
  }
  return errors;
}

function offerErrors(values: TemplateValues): TemplateError[] {
  const offer = offerOf(values.user.uccBundle, values.client.include ? values.client.featureProfile : "");
  const errors: TemplateError[] = [];
  const refuse = (path: string, what: string) =>
    errors.push({ path, message: `${what} not part of this UCC bundle and feature profile.` });
  for (const slot of PHONE_SLOTS) {
    if (values.phones[slot].include && !offer.phones.includes(slot)) refuse(`phones.${slot}.include`, `The ${slot} phone is`);
  }
  if (values.includeConferencing && !offer.conferencing) refuse("includeConferencing", "Audio, web and video conferencing is");
  if (values.client.include && values.client.miTeamClassic && !offer.miTeamClassic) {
    errors.push({ path: "client.miTeamClassic", message: "MiTeam Classic is only for users of the UCC Premium bundle." });
  }
  return errors;
}
