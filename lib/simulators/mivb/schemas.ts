/** What the MiVB takes over the network. Rules that need its rows are in the file of each noun. */
import { z } from "zod";

// 2 to 21 ASCII characters without "@", comma and space, as Users and Services Provisioning writes them.
const LoginId = z.string().regex(/^(?!.*[@,])[!-~]{2,21}$/, "A login id has 2 to 21 characters without @, comma and space.");
const PersonName = z.string().max(60, "A name has at most 60 characters.");
const Email = z.union([z.literal(""), z.email("This is not an e-mail address.")]);

/** Digits, `*` and `#`; the dialling plan decides which of them phones may have. */
export const DirectoryNumber = z.string().regex(/^[0-9*#]{1,7}$/, "A directory number has 1 to 7 digits, * or #.");

const Mac = z
  .string()
  .regex(/^([0-9a-f]{2}[:-]?){5}[0-9a-f]{2}$/i, "A MAC address has 12 hexadecimal digits.")
  .transform((text) => text.replaceAll(/[:-]/g, "").toUpperCase().replaceAll(/(..)(?!$)/g, "$1:"));

const ClassNumber = z.int().min(1);
const ThreeShifts = z.strictObject({ day: ClassNumber, night1: ClassNumber, night2: ClassNumber });

export const UserBody = z.strictObject({
  loginId: LoginId,
  firstName: PersonName,
  lastName: PersonName,
  email: Email,
  department: z.string().max(100),
  location: z.string().max(100),
});

export const PhoneBody = z.strictObject({
  number: DirectoryNumber,
  loginId: z.string().min(1),
  isPrimary: z.boolean(),
  networkElement: z.string(),
  secondaryElement: z.string().min(1).nullable(),
  serviceLabel: z.string().max(60),
  phoneType: z.enum(["Mitel PBX Phone", "Generic SIP Phone"]),
  deviceType: z.string().min(1).max(60).nullable(),
  macAddress: Mac.nullable(),
  protocol: z.enum(["MINET", "SIP"]),
  hotDeskingUser: z.boolean(),
  acdAgent: z.boolean(),
  enableSipSoftphone: z.boolean(),
  externalHotDeskLicense: z.boolean(),
  preferredSet: z.string().min(1).max(60),
  private: z.boolean(),
  didServiceNumber: z.string().regex(/^\+?[0-9]{3,20}$/, "A DID number has 3 to 20 digits.").nullable(),
  useAsOutgoingDid: z.boolean(),
  cesid: z.string().regex(/^[0-9]{1,12}$/, "A CESID has 1 to 12 digits.").nullable(),
  serviceLevel: z.string().min(1).max(40),
  zoneId: z.int().min(1),
  callCoverageServiceNumber: z.int().min(1),
  classOfService: ThreeShifts,
  classOfRestriction: ThreeShifts,
});

export const VoicemailBody = z.strictObject({
  number: DirectoryNumber,
  passcode: z.string().regex(/^[0-9]{4,10}$/, "A passcode has 4 to 10 digits."),
});

export const AgentGroupBody = z.strictObject({ number: DirectoryNumber, name: z.string().min(1).max(60) });

export type User = z.output<typeof UserBody>;
export type VoicemailBox = { number: string };
export type NamedNumber = z.output<typeof AgentGroupBody>;

export const CallState = z.enum(["idle", "in_call"]);
export const Locality = z.enum(["local", "remote", "foreign"]);

/** A phone service as the MiVB keeps it: who owns it may be nobody, after it was disassociated from its last user. */
export type Phone = Omit<z.output<typeof PhoneBody>, "loginId" | "isPrimary"> & {
  loginId: string | null;
  callState: z.output<typeof CallState>;
  locality: z.output<typeof Locality>;
};

/** What a phone gets where a request leaves the field out; all others are required. */
export const PHONE_DEFAULTS = {
  isPrimary: false,
  secondaryElement: null,
  serviceLabel: "Desk Phone",
  deviceType: null,
  macAddress: null,
  protocol: "MINET",
  hotDeskingUser: false,
  acdAgent: false,
  enableSipSoftphone: false,
  externalHotDeskLicense: false,
  preferredSet: "No Device",
  private: false,
  didServiceNumber: null,
  useAsOutgoingDid: false,
  cesid: null,
  serviceLevel: "Full",
  zoneId: 1,
  callCoverageServiceNumber: 1,
};

/** What a user gets where a request leaves the field out. */
export const USER_DEFAULTS = { firstName: "", lastName: "", email: "", department: "", location: "" };
