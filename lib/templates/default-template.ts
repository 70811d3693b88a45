/** The default template of a fresh system, value by value as the manual pictures it (ACDTF, ACDTPL-02). */
import { DEPLOYMENT_PROFILE, DO_NOT_DEPLOY, NO_DEVICE, SYSTEM_PROMPT_LANGUAGE, USER_PROFILE } from "./schemas.ts";
import type { TemplatePhone, TemplateValues } from "./schemas.ts";

/** A SIP ACD softphone with the values of the default template's primary phone. */
export const SIP_ACD_SOFTPHONE: TemplatePhone = {
  include: true,
  serviceLabel: "Primary Phone",
  private: false,
  networkElement: null,
  secondaryElement: null,
  useDidAsOutgoing: false,
  cesid: "",
  hotDeskingUser: true,
  acdAgent: true,
  enableSipSoftphone: true,
  externalHotDeskLicense: false,
  deviceType: null,
  deploymentProfile: DEPLOYMENT_PROFILE,
  preferredSet: NO_DEVICE,
  includeTeleworker: true,
  serviceLevel: "Full",
  zoneId: 1,
  callCoverageServiceNumber: 1,
  classOfService: { day: 1, night1: 1, night2: 1 },
  classOfRestriction: { day: 1, night1: 1, night2: 1 },
};

/** A phone that is neither hot desk nor included: what a slot holds before anybody fills it in. */
export const UNUSED_PHONE: TemplatePhone = {
  ...SIP_ACD_SOFTPHONE,
  include: false,
  hotDeskingUser: false,
  acdAgent: false,
  enableSipSoftphone: false,
  includeTeleworker: false,
};

export const DEFAULT_TEMPLATE: TemplateValues = {
  label: "HotDesk SIP Softphone User",
  description: "HotDesk SIP Softphone User with a single phone",
  user: {
    uccBundle: "UCC Premium User for Enterprise (V4.0)",
    serviceCategory: "Contact Center",
    department: null,
    location: null,
    promptLanguage: SYSTEM_PROMPT_LANGUAGE,
    password: { mode: "random", value: "" },
    tuiPasscode: { mode: "random", value: "" },
    idsManageable: true,
  },
  phones: {
    primary: SIP_ACD_SOFTPHONE,
    secondary: { ...UNUSED_PHONE, serviceLabel: "Secondary Phone" },
    other: { ...UNUSED_PHONE, serviceLabel: "Other Phone", deriveDn: false },
  },
  includeGroup: false,
  includeSpeechAutoAttendant: false,
  includeNuPoint: false,
  includeConferencing: false,
  client: {
    include: true,
    featureProfile: "UCC (V4.0) Standard",
    userProfile: USER_PROFILE,
    deskPhoneExtension: "none",
    softPhoneExtension: "primary",
    deploymentProfile: DO_NOT_DEPLOY,
    miTeamClassic: false,
  },
};
