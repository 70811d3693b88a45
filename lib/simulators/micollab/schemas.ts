/** What MiCollab takes over the network. */
import { z } from "zod";

const Extension = z.string().regex(/^[0-9*#]{1,7}$/, "An extension has 1 to 7 digits, * or #.").nullable();

export const AccountBody = z.strictObject({
  userName: z.string().regex(/^\S{1,254}$/, "A user name has 1 to 254 characters without spaces."),
  firstName: z.string().max(60),
  lastName: z.string().max(60),
  email: z.union([z.literal(""), z.email("This is not an e-mail address.")]),
  uccBundle: z.string().min(1),
  featureProfile: z.string().min(1),
  userProfile: z.string().min(1),
  /** null is "None". */
  deskPhoneExtension: Extension,
  softPhoneExtension: Extension,
  /**
   * Says of the soft phone extension that it is a SIP ACD softphone; null says that it is not.
   * Left out, it is one whenever there is a soft phone extension.
   */
  phoneType: z.literal("SOFTPHONE").nullable().optional(),
  miTeamClassic: z.boolean(),
  /** Whether the integrated directory service may manage the user. */
  idsManageable: z.boolean(),
  /** Never set means that the client can not log in (ACDMIG-25). */
  password: z.string().min(4).max(128).optional(),
});

export const ACCOUNT_DEFAULTS = {
  firstName: "",
  lastName: "",
  email: "",
  userProfile: "Default User Profile",
  deskPhoneExtension: null,
  softPhoneExtension: null,
  miTeamClassic: false,
  idsManageable: true,
};

export const DeploymentBody = z.strictObject({
  profile: z.string().min(1),
  /** 4 to 20 digits (DEPLOY-26); left out, the link asks for none (DEPLOY-28). */
  pin: z.string().regex(/^[0-9]{4,20}$/, "A deployment PIN has 4 to 20 digits.").optional(),
});

/** A client account as it is kept. `id` is the account's own and means nothing outside; `deviceType` follows `phoneType`. */
export type Account = Omit<z.output<typeof AccountBody>, "phoneType" | "password"> & {
  id: string;
  phoneType: "SOFTPHONE" | null;
  deviceType: 76 | null;
  passwordSet: boolean;
};

/** That a user has a licence of MiTeam Meetings. */
export type MeetingsLicence = { userName: string; assignedAt: string };

/** A CloudLink account that this server is integrated with. */
export type Connection = { accountId: string; name: string };

export type Deployment = { userName: string; profile: string; token: string };

/**
 * What the redirect server keeps for a link: the client's configuration, and nothing about the person; in particular no first
 * name, last name, directory number or e-mail address (DEPIMP-23). User names are left out too, as many are e-mail addresses.
 */
export type Redirect = {
  token: string;
  configuration: {
    accountId: string;
    clientServiceHost: string;
    profile: string;
    mbgSipHost: string;
    mbgWebRtcSipHost: string;
    phoneType: "SOFTPHONE" | null;
    deviceType: 76 | null;
  };
  asksForPin: boolean;
  wrongPins: number;
};
