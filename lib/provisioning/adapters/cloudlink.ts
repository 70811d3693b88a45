/** What MiCollab knows of CloudLink: the switch of its administrator for chat, and its licences of MiTeam Meetings. */
import { z } from "zod";
import type { PeerConnection } from "./adapter.ts";
import { createPeerClient, NoAnswer, path } from "./http.ts";

const Chat = z.object({ enabled: z.boolean(), accounts: z.array(z.string()) });
const Licence = z.object({ userName: z.string(), email: z.string(), assignedAt: z.iso.datetime() });

/** A licence of MiTeam Meetings that the server has assigned to one of its users. */
export type MeetingsLicence = z.output<typeof Licence>;

export type CloudLinkAdapter = {
  /** Whether the administrator has enabled CloudLink Chat (MICOL-02). */
  chatEnabled(): Promise<boolean>;
  /** Makes the account known to the server, whose users then have chat if its administrator lets them (MICOL-01). */
  connect(accountId: string, name: string): Promise<void>;
  /** That the server does not know the account is success. */
  disconnect(accountId: string, idempotencyKey: string): Promise<void>;
  listMeetingsLicences(): Promise<MeetingsLicence[]>;
};

/** Connects to a MiCollab. Nothing is sent before the first call; every call throws a `PeerError` when it fails. */
export function connectCloudLink(connection: PeerConnection): CloudLinkAdapter {
  const client = createPeerClient("micollab", connection);
  return {
    chatEnabled: async () => (await client.get("/cloudlink-chat", Chat)).enabled,
    connect: (accountId, name) => client.send("PUT", path`/cloudlink/${accountId}`, undefined, { name }, NoAnswer),
    disconnect: (accountId, idempotencyKey) => client.remove(path`/cloudlink/${accountId}`, idempotencyKey),
    listMeetingsLicences: () => client.list("/meetings-licences", Licence),
  };
}
