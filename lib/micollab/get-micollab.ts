import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { connectionTo } from "#lib/network-elements/connect.ts";
import { operation } from "#lib/operations/operation.ts";
import { readEntitlement } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { notFound } from "#lib/operations/errors.ts";
import { entitledTo } from "#lib/products/skus.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import { connectCloudLink } from "#lib/provisioning/adapters/cloudlink.ts";
import { readPlace } from "./place.ts";
import type { Place } from "./place.ts";
import { MicollabView } from "./schemas.ts";
import { readState } from "./state.ts";

type Answer = { enabled: boolean | null; problem: string };

/** Asks the MiCollab server of an account how it stands with chat, and tells what its licenses were when it was last synchronized (MICOL-02, MEETMC-10). */
export const getMicollab = operation({
  name: "micollab.get",
  summary: "How it stands with CloudLink Chat and the MiTeam Meetings licenses of the MiCollab server of an account",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: MicollabView,
  http: { method: "GET", path: "/accounts/{accountId}/micollab" },
  async run({ account, db, now }) {
    const place = await readPlace(db, account.id);
    if (!place) throw notFound("The account");
    const { server, integrated } = place;
    const { enabled, problem } = await askChat(server);
    return {
      server: server && { id: server.id, name: server.name },
      chat: {
        available: integrated && enabled === true,
        conditions: [
          { condition: "server" as const, met: server !== null },
          { condition: "integration" as const, met: integrated },
          { condition: "administrator" as const, met: enabled },
        ],
        problem,
      },
      meetings: await meetingsOf(db, place, now),
    };
  },
});

async function askChat(server: Place["server"]): Promise<Answer> {
  if (!server) return { enabled: null, problem: "" };
  try {
    return { enabled: await connectCloudLink(connectionTo(server)).chatEnabled(), problem: "" };
  } catch (error) {
    if (error instanceof PeerError) return { enabled: null, problem: error.message };
    throw error;
  }
}

async function meetingsOf(db: Db, { account, server, integrated, meetings }: Place, now: Date): Promise<MicollabView["meetings"]> {
  if (!integrated || !meetings) return null;
  const stored = await readState(db, account.id);
  const { answeredAt, assigned, refused, unknown } = stored;
  const { status, message } = server ? stored : { status: "failed" as const, message: "No MiCollab is connected to this account." };
  const entitled = entitledTo(await readEntitlement(db, account.id, dayOf(now)), "miteam_meetings", "meetings");
  return { status, message, answeredAt: answeredAt?.toISOString() ?? null, assigned: assigned.length, refused, unknown, entitled };
}
