/** The mail catcher: an SMTP server that keeps what it receives, and an inbox to read it in (SIM-14). */
import { once } from "node:events";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openDatabase } from "../kit/database.ts";
import { Refusal } from "../kit/refusal.ts";
import { createMailFaults } from "./faults.ts";
import { type Reply, inbox, page } from "./inbox.ts";
import { openMailbox } from "./mailbox.ts";
import { problemPage } from "./pages.ts";
import { startSmtp } from "./smtp.ts";

/** Ports of 0 take free ones; `dataDir` holds the database file `mail.sqlite`. */
type MailOptions = { host: string; smtpPort: number; httpPort: number; dataDir: string };

/** `smtpUrl` is what the portal's SMTP_URL is set to, `url` the address of the inbox. */
export type RunningMail = { smtpUrl: string; url: string; close(): Promise<void> };

/** Starts the mail catcher. Rejects when a port is taken or the folder can not be written. */
export async function startMail({ host, smtpPort, httpPort, dataDir }: MailOptions): Promise<RunningMail> {
  const database = openDatabase(join(dataDir, "mail.sqlite"));
  const mailbox = openMailbox(database);
  const faults = createMailFaults();
  const smtp = await startSmtp({ host, port: smtpPort }, mailbox, faults);
  const smtpUrl = `smtp://${host}:${smtp.port}`;
  const answer = inbox(mailbox, faults, smtpUrl);
  const running = new Set<Promise<void>>();
  const server = createServer((message, response) => {
    const served = serve(message, response, answer).finally(() => running.delete(served));
    running.add(served);
  });
  const port = await listen(server, host, httpPort);
  return {
    smtpUrl,
    url: `http://${host}:${port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, ...running, smtp.close()]);
      database.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

async function serve(message: IncomingMessage, response: ServerResponse, answer: (message: IncomingMessage, url: URL) => Promise<Reply>): Promise<void> {
  const { status, headers, body } = await replyTo(message, answer);
  // Not "no-referrer": browsers then hide the origin of forms, and a form from elsewhere could not be told apart.
  response.writeHead(status, { "cache-control": "no-store", "x-content-type-options": "nosniff", "referrer-policy": "same-origin", ...headers });
  response.end(body);
}

async function replyTo(message: IncomingMessage, answer: (message: IncomingMessage, url: URL) => Promise<Reply>): Promise<Reply> {
  try {
    assertOwnHost(message);
    const url = URL.parse(message.url ?? "/", "http://mail.invalid");
    if (!url) throw new Refusal(400, "bad_address", "The address can not be read.");
    return await answer(message, url);
  } catch (error) {
    if (!(error instanceof Refusal)) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      return { status: 500, headers: {}, body: "The mail catcher failed; its log says why." };
    }
    if (message.headers.accept?.includes("text/html")) return page(problemPage(error.message), error.status);
    const body = JSON.stringify({ error: { code: error.code, message: error.message, field: error.field } });
    return { status: error.status, headers: { "content-type": "application/json; charset=utf-8" }, body };
  }
}

/** The mail is anybody's on this machine, but not a web site's that has its own name pointed here. */
function assertOwnHost(message: IncomingMessage): void {
  const hostName = (message.headers.host ?? "").replace(/:\d+$/, "");
  if (hostName !== "localhost" && hostName !== message.socket.localAddress) {
    throw new Refusal(403, "foreign_host", "The inbox answers at its own address only.");
  }
}
