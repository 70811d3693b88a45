/** Server-sent events for one open page: its person's notifications, and "something changed" for the account it shows. */
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { log } from "#lib/log/log.ts";
import { readNotifications } from "#lib/notifications/read-notifications.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import type { Credentials } from "#lib/operations/actor.ts";
import { changedSince, listen } from "./listen.ts";
import type { LiveMessage } from "./publish.ts";

/** How often a stream proves to be alive, and looks whether its person may still see it. */
export const HEARTBEAT_MS = 15_000;

/**
 * Opens the stream; what is published after the promise resolves is on it. It ends when the page goes away, when the
 * session does, when the account is no longer the person's to see, and when messages may have been missed: the page then
 * connects again and asks anew.
 * @param accountId the account whose changes the page wants to hear of; null at Partner level, which hears of the partner account
 * @param since when the page was made, in milliseconds of Unix time: what has changed after that is told at once
 * @returns undefined when nobody is signed in, and for an application that acts as a user: what the user is told is not its to know
 */
export async function openStream(credentials: Credentials, accountId: string | null, signal: AbortSignal, since?: number): Promise<ReadableStream<Uint8Array> | undefined> {
  const { actor, account } = await resolveActor(credentials, accountId);
  if (actor.kind !== "person" || actor.origin === "delegated") return undefined;

  // At Partner level no account is open but the partner's own, where its orders are.
  const shownId = account?.id ?? (accountId === null && actor.role === "partner" ? actor.accountId : null);
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({}, new CountQueuingStrategy({ highWaterMark: QUEUED_EVENTS }));
  const writer = writable.getWriter();
  const write = (text: string) => {
    if ((writer.desiredSize ?? 0) <= 0) void writer.abort().catch(() => {});
    else void writer.write(encoder.encode(text)).catch(() => {});
  };
  const send = (event: string, data: unknown) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

  const forward = async (message: LiveMessage) => {
    if (message.channel === "account") {
      if (message.accountId === shownId) send("change", { topic: message.topic });
      return;
    }
    if (message.accountId !== actor.accountId || (message.userId ?? actor.userId) !== actor.userId) return;
    if (message.channel === "access") close();
    else {
      const [view] = await readNotifications(database().prisma, actor, Prisma.sql`n.id = ${message.notificationId}::uuid`, 1);
      if (view) send("notification", view);
    }
  };
  const stillAllowed = async () => {
    const now = await resolveActor(credentials, accountId);
    return now.actor.kind === "person" && now.account?.id === account?.id;
  };

  const forget = await listen({ onMessage: (message) => attempt(forward(message)), onMissed: () => close() });
  const heartbeat = setInterval(() => attempt(stillAllowed().then((allowed) => (allowed ? write(": still here\n\n") : close()))), HEARTBEAT_MS);

  function close(): void {
    clearInterval(heartbeat);
    forget();
    void writer.close().catch(() => {});
  }
  // The page asks anew once its stream is open again, so a stream that can not tell all it should is better ended.
  function attempt(work: Promise<void>): void {
    work.catch((error: unknown) => {
      log.warn({ error }, "a live stream could not go on");
      close();
    });
  }

  signal.addEventListener("abort", close, { once: true });
  if (signal.aborted) close();
  writer.closed.catch(close);
  send("ready", {});
  if (shownId !== null && since !== undefined) for (const topic of changedSince(shownId, since)) send("change", { topic });
  return readable;
}

/** Events that may wait for a slow page; one that takes none of so many is gone, or finds out anew when it is back. */
const QUEUED_EVENTS = 64;
