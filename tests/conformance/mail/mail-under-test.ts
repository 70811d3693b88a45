/** A mail catcher for one test, with a mailer (nodemailer) in front of it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Transporter, createTransport } from "nodemailer";
import { onTestFinished } from "vitest";
import { type RunningMail, startMail } from "#lib/simulators/mail/start.ts";

type ApiMessage = {
  id: number;
  recipients: string[];
  messageId: string | null;
  from: string;
  to: string[];
  subject: string;
  date: string | null;
  receivedAt: string;
  html: string | null;
  text: string | null;
  attachments: { fileName: string; mimeType: string; size: number }[];
};

export type MailUnderTest = {
  url: string;
  smtpUrl: string;
  mailer: Transporter;
  list(query?: Record<string, string>): Promise<{ messages: ApiMessage[]; total: number }>;
  get(id: number): Promise<ApiMessage>;
  setFaults(faults: object): Promise<void>;
  restart(): Promise<void>;
};

export const SENDER = "Mitel Administration <no-reply@portal.example>";

/** Starts a mail catcher on free ports with a folder of its own; all goes when the test is finished. */
export async function mailForTest(): Promise<MailUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), "mail-"));
  const start = (smtpPort: number, httpPort: number) => startMail({ host: "127.0.0.1", smtpPort, httpPort, dataDir });
  let running: RunningMail = await start(0, 0);
  const { url, smtpUrl } = running;
  const mailer = createTransport({ url: smtpUrl, pool: true, maxConnections: 4 }, { from: SENDER });
  onTestFinished(async () => {
    mailer.close();
    await running.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const json = async (path: string) => (await fetch(`${url}${path}`, { headers: { connection: "close" } })).json();
  return {
    url,
    smtpUrl,
    mailer,
    list: async (query = {}) => (await json(`/api/messages?${new URLSearchParams(query)}`)) as { messages: ApiMessage[]; total: number },
    get: async (id) => (await json(`/api/messages/${id}`)) as ApiMessage,
    async setFaults(faults) {
      const { status } = await fetch(`${url}/_faults`, { method: "PUT", body: JSON.stringify(faults) });
      if (status !== 200) throw new Error(`The faults were answered with ${status}.`);
    },
    async restart() {
      await running.close();
      running = await start(Number(new URL(smtpUrl).port), Number(new URL(url).port));
    },
  };
}
