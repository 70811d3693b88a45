/** The peers as they run beside a portal that has no real ones: how to sign in to each and what a first start puts into it. */

type DemoPeer = {
  kind: "mivb" | "mbg" | "micollab" | "micc" | "oig";
  /** The peer's own name, also of its database file. */
  name: string;
  title: string;
  username: string;
  password: string;
  /** What a fresh peer holds, for people. */
  seed: string;
};

/** Those that serve users. */
export const DEMO_PEERS: Record<Exclude<DemoPeer["kind"], "oig">, DemoPeer> = {
  mivb: {
    kind: "mivb",
    name: "mivb-1",
    title: "MiVoice Business",
    username: "system",
    password: "mivb-Demo-9471",
    seed: "Numbers 2000-2999 and 30000-69999; hunt groups 2206 Reception and 2207 Service, voicemail pilot 2900, agent groups 2301 Sales, 2302 Support and 2303 Billing.",
  },
  mbg: {
    kind: "mbg",
    name: "mbg-1",
    title: "MiVoice Border Gateway",
    username: "admin",
    password: "mbg-Demo-5308",
    seed: "No sets; connected as local.",
  },
  micollab: {
    kind: "micollab",
    name: "micollab-1",
    title: "MiCollab",
    username: "admin",
    password: "micollab-Demo-2650",
    seed: "Licences: 500 UCC Entry, 20000 Standard, 20000 Premium; integrated mode, flow through provisioning on; deployment profiles default and remote.",
  },
  micc: {
    kind: "micc",
    name: "micc-1",
    title: "MiContact Center",
    username: "supervisor",
    password: "micc-Demo-7193",
    seed: "Skill groups 2301 Sales, 2302 Support and 2303 Billing, as last synchronized from the MiVoice Business.",
  },
};

/** The service through which CloudLink gateways are reached, and the gateways that a fresh one knows. */
export const DEMO_GATEWAYS = {
  name: "cloudlink-gateways",
  title: "CloudLink Gateways",
  username: "cloudlink",
  password: "gateways-Demo-4402",
  /** Who signs in at the page of a gateway, or at the SMB Controller Manager. */
  administrator: { username: "admin", password: "gateway-Demo-6120" },
};

/** Runs beside them, and is not part of the demo account: whoever has one gets no deployment mails for users with voicemail. */
export const DEMO_OIG: DemoPeer = {
  kind: "oig",
  name: "oig-1",
  title: "Open Integration Gateway",
  username: "admin",
  password: "oig-Demo-4417",
  seed: "Nothing.",
};

/** The agent groups a fresh MiVoice Business holds, and a fresh MiContact Center has synchronized. */
export const DEMO_AGENT_GROUPS = [
  { number: "2301", name: "Sales" },
  { number: "2302", name: "Support" },
  { number: "2303", name: "Billing" },
];

/** The Twilio of the demo, and the one Twilio account that a fresh one holds. */
export const DEMO_TWILIO = {
  name: "twilio-1",
  title: "Twilio",
  username: "console",
  password: "twilio-Demo-6384",
  account: { sid: "AC2f6c1b7e0d9a4853b1e2c7d60f94a8e5", authToken: "5d0c9e71a2b84f36970e1fbc26d3a845", friendlyName: "Ballad Industries" },
  numbers: [
    { phoneNumber: "+4940555010", friendlyName: "Reception" },
    ...Array.from({ length: 8 }, (_, index) => ({ phoneNumber: `+494055502${index}`, friendlyName: `Team ${index + 1}` })),
  ],
};

/** The applications that people open from the portal, beside a portal that has no real ones. `key` is by what the portal knows them; the sign-in is that of the console. */
export const DEMO_APPLICATIONS = {
  workflowStudio: { key: "mitel_workflow_studio", name: "workflow-studio-1", title: "Mitel Workflow Studio", username: "operator", password: "studio-Demo-8214" },
  meetings: { key: "miteam_meetings", name: "meetings-1", title: "MiTeam Meetings", username: "operator", password: "meetings-Demo-4907" },
} as const;

/** The attendant service; the sign-in is that of the console and of PBXs. */
export const DEMO_VOICE_ASSIST = { name: "voice-assist-1", title: "Mitel Voice Assist", username: "operator", password: "voice-Demo-5516" };

/** The Unify Phone service, with one tenant that an OpenScape Business uses already; the sign-in is that of its administration app and of the provisioning tools of PBXs. */
export const DEMO_UNIFY_PHONE = {
  name: "unify-phone-1",
  title: "Unify Phone",
  username: "administrator",
  password: "unify-Demo-3075",
  tenant: {
    name: "Ballad Shipyard",
    pbx: "openscape_business",
    apiKey: "up_demo_7Kq2vN4xW9sLr1TzYb6H",
    contact: { firstName: "Katrin", lastName: "Vogel", email: "katrin.vogel@ballad.example", countryCode: "+49", phoneNumber: "40 555 0130" },
    users: [
      { email: "dana.ortiz@ballad.example", name: "Dana Ortiz", extension: "301" },
      { email: "gustav.holm@ballad.example", name: "Gustav Holm", extension: "302" },
      { email: "lobby@shipyard.example", name: "Lobby", extension: "300" },
    ],
  },
} as const;
