/** The MiCC's tables and settings. */
import { z } from "zod";
import { type Collection, openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { type Memberships, openMemberships } from "../kit/memberships.ts";
import { openSettings, type Settings } from "../kit/settings.ts";

export type Employee = { loginId: string; firstName: string; lastName: string; email: string };
export type Agent = { agentNumber: string; loginId: string };
type SkillGroup = { number: string; name: string };
type AgentLogin = { agentNumber: string; set: string };
/** One manual synchronization from the MiVB; times are ISO 8601. */
export type Synchronization = { id: string; startedAt: string; finishedAt: string; skillGroups: number; members: number };

/** What `PUT /_settings` takes: how long one request to the MiVB may take. */
export const MiccSettingsBody = z.strictObject({ mivbTimeoutMs: z.int().min(1).max(60_000) }).partial();

type MiccSettings = Required<z.output<typeof MiccSettingsBody>>;

export type MiccStore = {
  settings: Settings<MiccSettings>;
  employees: Collection<Employee>;
  agents: Collection<Agent>;
  skillGroups: Collection<SkillGroup>;
  /** As last synchronized, with the changes made here since. */
  memberships: Memberships;
  agentLogins: Collection<AgentLogin>;
  synchronizations: Collection<Synchronization>;
};

/** Opens the MiCC's tables. */
export function openStore(database: Database): MiccStore {
  return {
    settings: openSettings<MiccSettings>(database, { mivbTimeoutMs: 5000 }),
    employees: openCollection<Employee>(database, { name: "employees", key: "loginId" }),
    agents: openCollection<Agent>(database, { name: "agents", key: "agentNumber", indexed: ["loginId"] }),
    skillGroups: openCollection<SkillGroup>(database, { name: "skillGroups", key: "number" }),
    memberships: openMemberships(database),
    agentLogins: openCollection<AgentLogin>(database, { name: "agentLogins", key: "agentNumber" }),
    synchronizations: openCollection<Synchronization>(database, { name: "synchronizations", key: "id" }),
  };
}
