/** The MBG's tables and settings. */
import { z } from "zod";
import { type Collection, openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { openSecrets, type SecretStore } from "../kit/secrets.ts";
import { openSettings, type Settings } from "../kit/settings.ts";
import type { SipUser } from "./schemas.ts";

const INITIAL_SETTINGS: MbgSettings = { connection: "local", sipHost: "mbg-1.example.test" };

/** What `PUT /_settings` takes: how the MBG is connected (SIM-08), and the host phones register at. */
export const MbgSettingsBody = z.strictObject({ connection: z.enum(["local", "remote", "clustered"]), sipHost: z.string().min(1) }).partial();

type MbgSettings = Required<z.output<typeof MbgSettingsBody>>;

export type MbgStore = { settings: Settings<MbgSettings>; sipUsers: Collection<SipUser>; secrets: SecretStore };

/** Opens the MBG's tables. */
export function openStore(database: Database): MbgStore {
  return {
    settings: openSettings(database, INITIAL_SETTINGS),
    sipUsers: openCollection<SipUser>(database, { name: "sipUsers", key: "sipUserName", indexed: ["number"] }),
    secrets: openSecrets(database),
  };
}
