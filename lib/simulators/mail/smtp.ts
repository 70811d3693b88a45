/** The SMTP side of the mail catcher. */
import type { AddressInfo, Server, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { MailFaults } from "./faults.ts";
import type { Mailbox } from "./mailbox.ts";
import { parseMessage } from "./messages.ts";

/** RFC 1870; said to the client on connecting. */
const MAX_MESSAGE_BYTES = 20 * 1024 * 1024;

type RunningSmtp = { port: number; close(): Promise<void> };

class SmtpRefusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** Takes mail for any address, without TLS and without signing in; meant for the loopback interface. */
export async function startSmtp(options: { host: string; port: number }, mailbox: Mailbox, faults: MailFaults): Promise<RunningSmtp> {
  const sockets = new Map<string, Socket>();
  const breakOff = (session: SMTPServerSession) => sockets.get(`${session.remotePort}`)?.destroy();

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const raw = await buffer(stream);
    if (stream.sizeExceeded) throw new SmtpRefusal(552, `A message has at most ${MAX_MESSAGE_BYTES} bytes`);
    if (faults.failsMessage()) throw new SmtpRefusal(451, "Try again later (ordered by a tester)");
    const content = await parseMessage(raw).catch((error: Error) => {
      throw new SmtpRefusal(554, `The message can not be read: ${error.message}`);
    });
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    return `Kept as ${mailbox.add(recipients, content, raw)}`;
  }

  async function answer(stream: SMTPServerDataStream, session: SMTPServerSession, callback: (error: Error | null, message?: string) => void) {
    let message: string;
    try {
      message = await receive(stream, session);
    } catch (error) {
      return callback(error instanceof Error ? error : new Error(String(error)));
    }
    if (faults.dropsAnswer()) breakOff(session);
    else callback(null, message);
  }

  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: MAX_MESSAGE_BYTES,
    logger: false,
    onConnect: (_, callback) => callback(faults.isOut() ? new SmtpRefusal(421, "Service not available (ordered by a tester)") : null),
    onRcptTo: ({ address }, _, callback) => callback(faults.rejects(address) ? new SmtpRefusal(550, `No such mailbox: ${address}`) : null),
    onData: (stream, session, callback) => void answer(stream, session, callback),
  });
  // Clients that go away in the middle are no event for a mail catcher.
  server.on("error", () => {});
  const port = await listen(server, options, sockets);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
}

function listen(server: SMTPServer, { host, port }: { host: string; port: number }, sockets: Map<string, Socket>): Promise<number> {
  const tcp = server.server as Server;
  tcp.on("connection", (socket: Socket) => {
    const key = `${socket.remotePort}`;
    sockets.set(key, socket);
    socket.once("close", () => sockets.delete(key));
  });
  return new Promise((resolve, reject) => {
    tcp.once("error", reject);
    server.listen(port, host, () => resolve((tcp.address() as AddressInfo).port));
  });
}
