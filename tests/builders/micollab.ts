/** A MiCollab server for a test, as its administrator and its users work with it. */
import { getMicollab } from "#lib/micollab/get-micollab.ts";
import type { MicollabView } from "#lib/micollab/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { workOff } from "./jobs.ts";
import type { SignedIn } from "./people.ts";
import type { TestPeers } from "./peers.ts";

const PASSWORD = "client-password";

/** Adds somebody to the server, as its administrator does. */
export async function aClientAccount(peers: TestPeers, userName: string, email = ""): Promise<void> {
  const account = { userName, email, uccBundle: "UCC Standard User for Enterprise (V4.0)", featureProfile: "UCC (V4.0) Standard", password: PASSWORD };
  await peers.ask("micollab", "POST", "/api/v1/client-accounts", account);
}

/** What the client of somebody is told of chat when it has logged in. */
export async function chatInClient(peers: TestPeers, userName: string): Promise<{ available: boolean; missing: string[] }> {
  const { available, missing } = await peers.ask<{ available: boolean; missing: string[] }>("micollab", "POST", "/client/v1/cloudlink-chat", { userName, password: PASSWORD });
  return { available, missing };
}

/** The administrator's switch. */
export async function switchChat(peers: TestPeers, cloudLinkChat: boolean): Promise<void> {
  await peers.ask("micollab", "PUT", "/_settings", { cloudLinkChat });
}

/** Assigns and withdraws licences of MiTeam Meetings on the server. */
export const licencesOn = (peers: TestPeers) => ({
  assign: (userName: string) => peers.ask("micollab", "PUT", `/api/v1/meetings-licences/${userName}`),
  withdraw: (userName: string) => peers.ask("micollab", "DELETE", `/api/v1/meetings-licences/${userName}`),
});

/** Does the synchronizations that are due. */
export function synchronized(): Promise<number> {
  return workOff(["micollab.synchronize"]);
}

/** How it stands, as somebody reads it in the portal. */
export async function micollabOf(person: SignedIn, accountId: string): Promise<MicollabView> {
  return runOperation(getMicollab, { resolved: await person.at(accountId), input: {} });
}
