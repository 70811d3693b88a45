/** What a person should know before saving a template, though it can be saved. */
import { DEVICE_TYPES, NO_SPECIAL_CHARACTERS, PHONE_SLOTS, SLOT_LABELS, UCC_BUNDLES, isSipAcdSoftphone } from "./schemas.ts";
import type { PhoneSlot, TemplatePhone, TemplateValues } from "./schemas.ts";

export type TemplateWarning = {
  code:
    | "not_a_sip_acd_softphone"
    | "no_softphone_for_client"
    | "special_characters"
    | "bundle_not_sold"
    | "teleworker_needs_sip"
    | "service_not_provisioned";
  path: string;
  message: string;
};

/**
 * The warnings of a template: ACDTPL-18 (not a SIP ACD softphone), ACDTPL-19 (no softphone in the PC client), OP4-17
 * (characters that migration refuses), ACDPRE-13 (a bundle that is no longer sold), SUP-10 (no phone that teleworker can serve),
 * and services that no connected system takes.
 */
export function templateWarnings(values: TemplateValues): TemplateWarning[] {
  return [...labelWarnings(values), ...bundleWarnings(values), ...phoneWarnings(values), ...serviceWarnings(values)];
}

function labelWarnings({ label }: TemplateValues): TemplateWarning[] {
  if (label === "" || NO_SPECIAL_CHARACTERS.test(label)) return [];
  const message =
    "The label has special characters. The role of this name can not be used to migrate users: " +
    "use letters, digits, spaces, hyphens and underscores.";
  return [{ code: "special_characters", path: "label", message }];
}

function bundleWarnings({ user }: TemplateValues): TemplateWarning[] {
  const bundle = UCC_BUNDLES.find(({ name }) => name === user.uccBundle);
  if (bundle === undefined || bundle.orderable) return [];
  const message = "This bundle is no longer sold. Only users who hold a license of it already can have it; for others choose Standard or Entry.";
  return [{ code: "bundle_not_sold", path: "user.uccBundle", message }];
}

function phoneWarnings({ phones, client }: TemplateValues): TemplateWarning[] {
  const warnings: TemplateWarning[] = [];
  for (const slot of PHONE_SLOTS) {
    const phone = phones[slot];
    if (!phone.include) continue;
    if (meantAsSoftphone(slot, phone) && !isSipAcdSoftphone(phone)) {
      const message =
        `The ${SLOT_LABELS[slot].toLowerCase()} phone is not a SIP ACD softphone: ` +
        "that takes “Hot Desking User”, “ACD Agent” and “Enable SIP Softphone” together.";
      warnings.push({ code: "not_a_sip_acd_softphone", path: `phones.${slot}.enableSipSoftphone`, message });
    }
    if (phone.includeTeleworker && !speaksSip(phone)) {
      const message = "The teleworker service needs a SIP phone. Users of this template get no teleworker set for this phone.";
      warnings.push({ code: "teleworker_needs_sip", path: `phones.${slot}.includeTeleworker`, message });
    }
  }
  if (client.include && !PHONE_SLOTS.some((slot) => phones[slot].include && isSipAcdSoftphone(phones[slot]))) {
    const message = "Users of this template can not use the SIP softphone in MiCollab for PC Client.";
    warnings.push({ code: "no_softphone_for_client", path: "client.softPhoneExtension", message });
  }
  return warnings;
}

// A plain second phone is no mistake; a primary one, or one with some of the three boxes on, may be.
function meantAsSoftphone(slot: PhoneSlot, phone: TemplatePhone): boolean {
  return slot === "primary" || phone.hotDeskingUser || phone.acdAgent || phone.enableSipSoftphone;
}

function speaksSip(phone: TemplatePhone): boolean {
  if (phone.hotDeskingUser) return isSipAcdSoftphone(phone);
  return DEVICE_TYPES.find((device) => device.name === phone.deviceType)?.protocol === "SIP";
}

function serviceWarnings(values: TemplateValues): TemplateWarning[] {
  const services = [
    ["includeGroup", "Group"],
    ["includeSpeechAutoAttendant", "Speech Auto Attendant"],
    ["includeConferencing", "Audio, Web and Video Conferencing"],
  ] as const;
  return services
    .filter(([path]) => values[path])
    .map(([path, service]) => ({
      code: "service_not_provisioned",
      path,
      message: `${service} is kept in the template, but no connected system takes it: set it up by hand for each user.`,
    }));
}
