/** The fields of the template form as data: label, control, section and block of each (ACDTF, ACDTPL-04). */
import { PHONE_SLOTS, SLOT_LABELS, tierOf } from "./schemas.ts";
import type { PhoneSlot, TemplateValues } from "./schemas.ts";

export const USER_SECTION = "User Information";
export const SERVICE_SECTION = "Service Information";

/** `password` is a choice of three with a text beside the last (ACDTPL-08); `shifts` is one number each for day, night 1 and night 2. */
export type FieldControl = "text" | "number" | "check" | "choice" | "password" | "shifts";

/** Where the entries of a drop-down come from; all but the last three are told by the account or its systems. */
export type ChoiceSource =
  | "serviceCategories"
  | "departments"
  | "locations"
  | "networkElements"
  | "secondaryElements"
  | "deploymentProfiles"
  | "featureProfiles"
  | "userProfiles"
  | "promptLanguages"
  | "preferredSets"
  | "phones"
  | "uccBundles"
  | "deviceTypes"
  | "serviceLevels";

export type TemplateField = {
  /** Dotted path into TemplateValues. */
  path: string;
  label: string;
  control: FieldControl;
  /** Null for the header fields. */
  section: typeof USER_SECTION | typeof SERVICE_SECTION | null;
  /** The block that a check box "Include …" opens; null outside of one. */
  block: PhoneSlot | "client" | null;
  choices?: ChoiceSource;
};

type Entry = [name: string, label: string, control: FieldControl, choices?: ChoiceSource];

const USER: Entry[] = [
  ["uccBundle", "UCC Bundle", "choice", "uccBundles"],
  ["serviceCategory", "Service Category", "choice", "serviceCategories"],
  ["department", "Department", "choice", "departments"],
  ["location", "Location", "choice", "locations"],
  ["promptLanguage", "Prompt Language", "choice", "promptLanguages"],
  ["password", "Password", "password"],
  ["tuiPasscode", "TUI Passcode", "password"],
  ["idsManageable", "IDS Manageable", "check"],
];

const PHONE: Entry[] = [
  ["serviceLabel", "Service Label", "text"],
  ["private", "Private", "check"],
  ["networkElement", "Network Element", "choice", "networkElements"],
  ["secondaryElement", "Secondary Element", "choice", "secondaryElements"],
  ["useDidAsOutgoing", "Use DID Service Number as Outgoing DID Number", "check"],
  ["cesid", "CESID", "text"],
  ["hotDeskingUser", "Hot Desking User", "check"],
  ["deviceType", "Device Type", "choice", "deviceTypes"],
  ["acdAgent", "ACD Agent", "check"],
  ["enableSipSoftphone", "Enable SIP Softphone for MiCollab for PC client", "check"],
  ["externalHotDeskLicense", "External Hot Desk License", "check"],
  ["deploymentProfile", "Deployment Profile", "choice", "deploymentProfiles"],
  ["preferredSet", "Preferred Set", "choice", "preferredSets"],
  ["includeTeleworker", "Include Teleworker Service", "check"],
  ["serviceLevel", "Service Level", "choice", "serviceLevels"],
  ["zoneId", "Zone ID", "number"],
  ["callCoverageServiceNumber", "Call Coverage Service Number", "number"],
  ["classOfService", "Class Of Service", "shifts"],
  ["classOfRestriction", "Class Of Restriction", "shifts"],
];

const SERVICES: Entry[] = [
  ["includeGroup", "Include Group", "check"],
  ["includeSpeechAutoAttendant", "Include Speech Auto Attendant", "check"],
  ["includeNuPoint", "Include NuPoint Unified Messaging Voicemail", "check"],
  ["includeConferencing", "Include Audio, Web and Video Conferencing", "check"],
];

const CLIENT: Entry[] = [
  ["featureProfile", "Feature Profile", "choice", "featureProfiles"],
  ["userProfile", "User Profile", "choice", "userProfiles"],
  ["deskPhoneExtension", "Desk phone extension", "choice", "phones"],
  ["softPhoneExtension", "Soft phone extension", "choice", "phones"],
  ["deploymentProfile", "Deployment Profile", "choice", "deploymentProfiles"],
  ["miTeamClassic", "MiTeam Classic", "check"],
];

/** Every field in the order of the form. */
export const TEMPLATE_FIELDS: readonly TemplateField[] = [
  ...fields("", [["label", "Label", "text"], ["description", "Description", "text"]], null, null),
  ...fields("user.", USER, USER_SECTION, null),
  ...PHONE_SLOTS.flatMap((slot) => [
    ...fields(`phones.${slot}.`, [["include", `Include ${SLOT_LABELS[slot]} Phone`, "check"]], SERVICE_SECTION, null),
    ...(slot === "other" ? fields("phones.other.", [["deriveDn", "Derive DN", "check"]], SERVICE_SECTION, "other") : []),
    ...fields(`phones.${slot}.`, PHONE, SERVICE_SECTION, slot),
  ]),
  ...fields("", SERVICES, SERVICE_SECTION, null),
  ...fields("client.", [["include", "Include MiCollab Client Service", "check"]], SERVICE_SECTION, null),
  ...fields("client.", CLIENT, SERVICE_SECTION, "client"),
];

const HOT_DESK_ONLY = new Set(["acdAgent", "enableSipSoftphone", "externalHotDeskLicense"]);

/**
 * Whether a field has a place on the form with these values: the fields of a block only while it is included, Device Type
 * only for phones that are not hot desk and the hot desk boxes only for those that are (OP4-09, ACDEDIT-02), MiTeam
 * Classic only with the Premium bundle (OP4-15).
 */
export function isShown(field: TemplateField, values: TemplateValues): boolean {
  const { block, path } = field;
  if (block === null) return true;
  if (block === "client") {
    return values.client.include && (path !== "client.miTeamClassic" || tierOf(values.user.uccBundle) === "premium");
  }
  const phone = values.phones[block];
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (name === "deviceType") return phone.include && !phone.hotDeskingUser;
  return phone.include && (phone.hotDeskingUser || !HOT_DESK_ONLY.has(name));
}

function fields(prefix: string, entries: Entry[], section: TemplateField["section"], block: TemplateField["block"]): TemplateField[] {
  return entries.map(([name, label, control, choices]) => ({
    path: prefix + name,
    label,
    control,
    section,
    block,
    ...(choices === undefined ? {} : { choices }),
  }));
}
