import { z } from "zod";
import { sentence } from "#lib/messages/sentences.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { endSessionsOf } from "#lib/sessions/end-sessions.ts";
import { OwnSession } from "./schemas.ts";

/** A script that signs in anew for each of its runs has many more. */
const SHOWN = 100;

/** Where a person is signed in, the latest first; `total` counts also those that are too many to show. */
export const findSessions = operation({
  name: "me.find-sessions",
  summary: "Your sessions",
  permission: [],
  scope: "self",
  kind: "read",
  input: z.object({}),
  output: z.object({ items: z.array(OwnSession), total: z.number().int() }),
  http: { method: "GET", path: "/me/sessions" },
  async run({ actor, db, now }) {
    const where = { accountId: actor.accountId, userId: actor.userId, expiresAt: { gt: now } };
    const [sessions, total] = await Promise.all([
      db.session.findMany({ where, select: { id: true, method: true, userAgent: true, createdAt: true, expiresAt: true }, orderBy: { createdAt: "desc" }, take: SHOWN }),
      db.session.count({ where }),
    ]);
    const items = sessions.map(({ id, method, userAgent, createdAt, expiresAt }) => ({
      id,
      method: method as z.infer<typeof OwnSession>["method"],
      userAgent,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      current: id === actor.credentialId,
    }));
    return { items, total };
  },
});

/** Ends one session of the person, wherever it is open. */
export const endSession = operation({
  name: "me.end-session",
  summary: "End one of your sessions",
  permission: [],
  scope: "self",
  kind: "write",
  input: z.object({ sessionId: z.uuid() }),
  output: z.object({}),
  http: { method: "DELETE", path: "/me/sessions/{sessionId}" },
  async run({ actor, db, emit }, { sessionId }) {
    if ((await endSessionsOf(db, actor, { id: sessionId })) === 0) throw notFound(sentence("sessionNotFound"));
    await emit({ action: "Sign out", asset: { kind: "session", id: sessionId, name: actor.name }, details: { ended: "by its person from another session" } });
    return {};
  },
});

/** "Sign out everywhere": ends every session of the person, the one that asks too. */
export const endSessions = operation({
  name: "me.end-sessions",
  summary: "Sign out everywhere",
  permission: [],
  scope: "self",
  kind: "write",
  input: z.object({}),
  output: z.object({ ended: z.number().int() }),
  http: { method: "POST", path: "/me/sessions/end", endsSession: true },
  async run({ actor, db, emit }) {
    const ended = await endSessionsOf(db, actor);
    await emit({ action: "Sign out", asset: { kind: "session", id: actor.credentialId, name: actor.name }, details: { everywhere: true, sessions: ended } });
    return { ended };
  },
});
