/** What the panel says of MiCollab: whether its server lets chat be, as it last told (MICOL-01, MICOL-02). Pure. */
import type { IntegrationEntry } from "./schemas.ts";

/** What of the last synchronization the panel needs. */
export type MicollabFacts = { status: "working" | "done" | "failed"; message: string; serverName: string; chatEnabled: boolean | null; refused: number };

/** @param facts null until the server was asked for the first time */
export function micollabLine(isConnected: boolean, facts: MicollabFacts | null): NonNullable<IntegrationEntry["state"]> {
  if (!isConnected) return { tone: "warn", message: "No MiCollab server is connected, so CloudLink Chat is not available in MiCollab" };
  if (facts?.status === "failed") return { tone: "bad", message: facts.message };
  if (!facts || facts.chatEnabled === null) return { tone: "neutral", message: "The MiCollab server is being asked" };
  if (!facts.chatEnabled) return { tone: "warn", message: `CloudLink Chat is not available in MiCollab: its administrator has not enabled it on ${facts.serverName}` };
  if (facts.refused > 0) return { tone: "warn", message: `${facts.serverName} assigns ${facts.refused} MiTeam Meetings ${facts.refused === 1 ? "license" : "licenses"} more than the account owns` };
  return { tone: "good", message: "CloudLink Chat is available in MiCollab for all users of the account" };
}
