/** A proxy between a web process and PostgreSQL that counts the statements that go through it. */
import { createServer, connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";

export type CountingProxy = {
  /** The address of the database through the proxy. */
  url: string;
  /** Statements since the last call; beginning and ending a transaction do not count. */
  take(): number;
  close(): void;
};

const HEADER = 5;
const TRANSACTION = /^(begin|start transaction|commit|rollback|set transaction|savepoint|release)/i;

/** Starts the proxy in front of a database that is reached over TCP without TLS. */
export async function startCountingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const read = statementReader((text) => (count += TRANSACTION.test(text) ? 0 : 1));
    client.on("data", read);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => (client.destroy(), database.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    take() {
      const taken = count;
      count = 0;
      return taken;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/**
 * Reads the messages of a client (PostgreSQL protocol 3, "Message Formats") and tells of each statement that is executed:
 * a simple query, or the execution of a prepared one, whose text came with an earlier message.
 */
function statementReader(tell: (text: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isStarted = false;
  let prepared = "";
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    if (!isStarted) {
      // The first message has no type.
      if (rest.length < 4 || rest.length < rest.readInt32BE(0)) return;
      rest = rest.subarray(rest.readInt32BE(0));
      isStarted = true;
    }
    while (rest.length >= HEADER && rest.length >= 1 + rest.readInt32BE(1)) {
      const type = String.fromCharCode(rest[0]!);
      const body = rest.subarray(HEADER, 1 + rest.readInt32BE(1));
      if (type === "Q") tell(textIn(body, 0));
      // Parse names the statement first; the text follows. A statement that was prepared before is not parsed again.
      if (type === "P") prepared = textIn(body, body.indexOf(0) + 1);
      if (type === "B") prepared ||= "known";
      if (type === "E") {
        tell(prepared);
        prepared = "";
      }
      rest = rest.subarray(1 + rest.readInt32BE(1));
    }
  };
}

function textIn(body: Buffer, start: number): string {
  return body.subarray(start, body.indexOf(0, start)).toString("utf8");
}
