/** The MiVB's tables. */
import { type Collection, openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { type Memberships, openMemberships } from "../kit/memberships.ts";
import { openSettings, type Settings } from "../kit/settings.ts";
import { type Associations, openAssociations } from "./associations.ts";
import { type DiallingPlan, openDiallingPlan } from "./numbers.ts";
import type { NamedNumber, Phone, User, VoicemailBox } from "./schemas.ts";
import { INITIAL_SETTINGS, type MivbSettings } from "./settings.ts";

/** A set (a device or a softphone) that a hot desk user is logged in at. */
type HotDeskSession = { set: string; number: string };

export type MivbStore = {
  name: string;
  settings: Settings<MivbSettings>;
  users: Collection<User>;
  phones: Collection<Phone>;
  voicemailBoxes: Collection<VoicemailBox>;
  agentGroups: Collection<NamedNumber>;
  huntGroups: Collection<NamedNumber>;
  hotDeskSessions: Collection<HotDeskSession>;
  /** Which phones belong to which users, and which is each user's primary one. */
  associations: Associations;
  memberships: Memberships;
  plan: DiallingPlan;
};

/** Opens the MiVB's tables; `name` is the network element's own name. */
export function openStore(database: Database, name: string): MivbStore {
  const settings = openSettings(database, INITIAL_SETTINGS);
  return {
    name,
    settings,
    users: openCollection<User>(database, { name: "users", key: "loginId" }),
    phones: openCollection<Phone>(database, { name: "phones", key: "number", indexed: ["loginId", "didServiceNumber", "macAddress"] }),
    voicemailBoxes: openCollection<VoicemailBox>(database, { name: "voicemailBoxes", key: "number" }),
    agentGroups: openCollection<NamedNumber>(database, { name: "agentGroups", key: "number" }),
    huntGroups: openCollection<NamedNumber>(database, { name: "huntGroups", key: "number" }),
    hotDeskSessions: openCollection<HotDeskSession>(database, { name: "hotDeskSessions", key: "set", indexed: ["number"] }),
    associations: openAssociations(database),
    memberships: openMemberships(database),
    plan: openDiallingPlan(database, settings),
  };
}
