/** A mail catcher for the mails of a test file, as the portal's SMTP server. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { startMail } from "#lib/simulators/mail/start.ts";

export type ReceivedMail = { recipients: string[]; subject: string; text: string | null; html: string | null; messageId: string | null };

export type MailServer = {
  /** Every mail that has come to an address. */
  receivedBy(address: string): Promise<ReceivedMail[]>;
  setFaults(faults: object): Promise<void>;
  /** A mail as it came over the wire. */
  rawOf(address: string): Promise<string>;
};

/** Starts it for the tests of a file, before anything sends a mail. */
export async function startMailServer(): Promise<MailServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "mail-"));
  const server = await startMail({ host: "127.0.0.1", smtpPort: 0, httpPort: 0, dataDir });
  process.env["SMTP_URL"] = server.smtpUrl;
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const idsOf = async (address: string) => {
    const listed = (await (await fetch(`${server.url}/api/messages?${new URLSearchParams({ search: address })}`)).json()) as { messages: { id: number }[] };
    return listed.messages.map(({ id }) => id);
  };
  return {
    async receivedBy(address) {
      const messages = await Promise.all((await idsOf(address)).map(async (id) => (await (await fetch(`${server.url}/api/messages/${id}`)).json()) as ReceivedMail));
      return messages.filter(({ recipients }) => recipients.includes(address));
    },
    async setFaults(faults) {
      await fetch(`${server.url}/_faults`, { method: "PUT", body: JSON.stringify(faults) });
    },
    async rawOf(address) {
      const [id] = await idsOf(address);
      return (await fetch(`${server.url}/messages/${id}/raw`)).text();
    },
  };
}
