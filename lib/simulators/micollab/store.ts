/** MiCollab's tables and settings. */
import { z } from "zod";
import { type Collection, openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { openSecrets, type SecretStore } from "../kit/secrets.ts";
import { openSettings, type Settings } from "../kit/settings.ts";
import { type LicenceUse, openLicenceUse } from "./licences.ts";
import type { Account, Connection, Deployment, MeetingsLicence, Redirect } from "./schemas.ts";
import type { SmsNumber } from "./sms-numbers.ts";

const Name = z.string().min(1);
const Bundle = z.strictObject({ bundle: Name, partNumber: Name, total: z.int().min(0) });
const Profile = z.strictObject({ name: Name, mbgSipHost: z.string(), mbgWebRtcSipHost: z.string() });

/** What `PUT /_settings` takes; each list replaces the present one. */
export const MicollabSettingsBody = z
  .strictObject({
    mode: z.enum(["integrated", "colocated"]),
    flowThrough: z.boolean(),
    /** The administrator's switch for CloudLink Chat (MICOL-02). */
    cloudLinkChat: z.boolean(),
    licences: z.array(Bundle),
    featureProfiles: z.array(Name),
    userProfiles: z.array(Name),
    deploymentProfiles: z.array(Profile),
    clientServiceHost: Name,
  })
  .partial();

type MicollabSettings = Required<z.output<typeof MicollabSettingsBody>>;

// Bundles and part numbers of ACDPRE-11; profiles of ACDTF-21, ACDTF-37 and ACDTF-38.
const INITIAL_SETTINGS: MicollabSettings = {
  mode: "integrated",
  flowThrough: true,
  cloudLinkChat: false,
  licences: [
    { bundle: "UCC Entry User for Enterprise (V4.0)", partNumber: "54006539", total: 500 },
    { bundle: "UCC Standard User for Enterprise (V4.0)", partNumber: "54006542", total: 20_000 },
    { bundle: "UCC Premium User for Enterprise (V4.0)", partNumber: "54006545", total: 20_000 },
  ],
  featureProfiles: ["UCC (V4.0) Entry", "UCC (V4.0) Standard", "UCC (V4.0) Premium"],
  userProfiles: ["Default User Profile"],
  deploymentProfiles: [
    { name: "default", mbgSipHost: "mbg-1.example.test", mbgWebRtcSipHost: "webrtc.mbg-1.example.test" },
    { name: "remote", mbgSipHost: "remote.mbg-1.example.test", mbgWebRtcSipHost: "remote-webrtc.mbg-1.example.test" },
  ],
  clientServiceHost: "micollab-1.example.test",
};

export type MicollabStore = {
  settings: Settings<MicollabSettings>;
  accounts: Collection<Account>;
  deployments: Collection<Deployment>;
  meetings: Collection<MeetingsLicence>;
  connections: Collection<Connection>;
  /** The redirect server's cache. */
  redirects: Collection<Redirect>;
  smsNumbers: Collection<SmsNumber>;
  licenceUse: LicenceUse;
  secrets: SecretStore;
};

/** Opens MiCollab's tables. */
export function openStore(database: Database): MicollabStore {
  return {
    settings: openSettings(database, INITIAL_SETTINGS),
    accounts: openCollection<Account>(database, { name: "accounts", key: "userName" }),
    deployments: openCollection<Deployment>(database, { name: "deployments", key: "userName" }),
    meetings: openCollection<MeetingsLicence>(database, { name: "meetings", key: "userName" }),
    connections: openCollection<Connection>(database, { name: "connections", key: "accountId" }),
    redirects: openCollection<Redirect>(database, { name: "redirects", key: "token" }),
    smsNumbers: openCollection<SmsNumber>(database, { name: "smsNumbers", key: "number" }),
    licenceUse: openLicenceUse(database),
    secrets: openSecrets(database),
  };
}
