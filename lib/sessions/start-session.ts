import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { hashToken, newToken } from "#lib/crypto/token.ts";
import { SESSION_SECONDS } from "#lib/auth/session-cookie.ts";

export type SessionStart = { accountId: string; userId: string; method: "password" | "miaccess"; userAgent: string; now: Date };

/** Opens a session for a person who has proven who they are. Only the hash of its secret is stored. */
export async function startSession(db: Db, { accountId, userId, method, userAgent, now }: SessionStart): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await db.session.createMany({ data: { accountId, id, userId, method, userAgent, tokenHash: hashToken(token), createdAt: now, expiresAt } });
  return { id, token };
}
