/** Server-sent events for one open page: its person's notifications, and "something changed" for the account it shows. */
import { database } from "#lib/db/client.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import type { Credentials } from "#lib/operations/actor.ts";
import { listen } from "./listen.ts";
import type { LiveMessage } from "./publish.ts";

const HEARTBEAT_MS = 15_000;

/**
 * Opens the stream.
 * @param accountId the account whose changes the page wants to hear of
 * @returns undefined when nobody is signed in
 */
export async function openStream(credentials: Credentials, accountId: string | null, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | undefined> {
  const { actor, account } = await resolveActor(credentials, accountId);
  if (actor.kind !== "person") return undefined;
  const encoder = new TextEncoder();
  let close = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (event: string, data: unknown) => controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      const forget = listen((message) => void forward(message).catch(() => close()));
      const forward = async (message: LiveMessage) => {
        if (message.channel === "account") {
          if (account && message.accountId === account.id) send("change", { topic: message.topic });
          return;
        }
        if (message.userId !== actor.userId || message.accountId !== actor.accountId) return;
        const view = await readNotification(message);
        if (view) send("notification", view);
      };
      // Also finds out that the person may no longer see this: a stream ends with its session, not when the page is closed.
      const heartbeat = setInterval(async () => {
        const now = await resolveActor(credentials, accountId);
        if (now.actor.kind === "person") controller.enqueue(encoder.encode(": still here\n\n"));
        else close();
      }, HEARTBEAT_MS);
      close = () => {
        clearInterval(heartbeat);
        forget();
        close = () => {};
        try {
          controller.close();
        } catch {
          // The page closed it first.
        }
      };
      signal.addEventListener("abort", () => close());
      send("ready", {});
    },
    cancel: () => close(),
  });
}

async function readNotification({ accountId, notificationId }: Extract<LiveMessage, { channel: "person" }>): Promise<object | undefined> {
  const row = await database().prisma.notification.findUnique({ where: { accountId_id: { accountId, id: notificationId } } });
  if (!row) return undefined;
  const { id, status, title, body, link, details, createdAt } = row;
  return { id, status, title, body, link, details, createdAt: createdAt.toISOString() };
}
