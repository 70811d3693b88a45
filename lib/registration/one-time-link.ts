/** Links that are mailed: hashed, expiring, used once. */
import type { Db } from "#lib/db/client.ts";
import type { Emit, EventToWrite } from "#lib/events/emit.ts";
import { newId } from "#lib/db/id.ts";
import { hashToken, newToken } from "#lib/crypto/token.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { conflict, forbidden, notFound } from "#lib/operations/errors.ts";
import type { LinkPurpose, LinkView } from "./schemas.ts";

const HOUR_MS = 60 * 60 * 1000;
/** OP1-88: seven days for the welcome link, 24 hours for a reset. */
export const LINK_LIFETIME_MS: Record<LinkPurpose, number> = { registration: 7 * 24 * HOUR_MS, password_reset: 24 * HOUR_MS };

/** Makes a link for a person; gives the secret that goes into the mail and is kept nowhere. */
export async function newOneTimeLink(db: Db, link: { accountId: string; userId: string; purpose: LinkPurpose; now: Date }): Promise<string> {
  const token = newToken();
  await db.oneTimeLink.createMany({
    data: {
      accountId: link.accountId,
      id: newId(),
      userId: link.userId,
      purpose: link.purpose,
      tokenHash: hashToken(token),
      expiresAt: new Date(link.now.getTime() + LINK_LIFETIME_MS[link.purpose]),
    },
  });
  return token;
}

export type LinkHolder = { accountId: string; userId: string; name: string; email: string; accountName: string; registered: boolean };

/** Reads a link: whether it can be used, and whom it is for. */
export async function readLink(db: Db, purpose: LinkPurpose, token: string, now: Date): Promise<{ state: LinkView["state"]; holder: LinkHolder | null }> {
  const link = await db.oneTimeLink.findUnique({ where: { tokenHash: hashToken(token) }, include: { user: { include: { account: true } } } });
  if (!link || link.purpose !== purpose || link.user.disabledAt) return { state: "unknown", holder: null };
  if (link.user.account.status !== "active") return { state: "deactivated", holder: null };
  if (link.usedAt || (purpose === "registration" && link.user.registeredAt)) return { state: "used", holder: null };
  if (link.expiresAt <= now) return { state: "expired", holder: null };
  const { user } = link;
  return {
    state: "open",
    holder: { accountId: user.accountId, userId: user.id, name: user.name, email: user.email, accountName: user.account.name, registered: user.registeredAt !== null },
  };
}

/**
 * Uses a link up, and every other one the person has for the same purpose.
 * @throws OperationError conflict when it was used or has expired, forbidden when its account is deactivated, not_found when there is no such link
 */
export async function takeLink(db: Db, purpose: LinkPurpose, token: string, now: Date): Promise<LinkHolder> {
  const { state, holder } = await readLink(db, purpose, token, now);
  if (state === "unknown") throw notFound(sentence("linkUnknown"));
  if (state === "deactivated") throw forbidden(sentence("linkDeactivated"));
  if (state === "used" || !holder) throw conflict(sentence(state === "expired" ? "linkExpired" : "linkUsed"));
  const { count } = await db.oneTimeLink.updateMany({ where: { tokenHash: hashToken(token), usedAt: null }, data: { usedAt: now } });
  // Of two requests with the same link at once, one finds it used.
  if (count === 0) throw conflict(sentence("linkUsed"));
  await db.oneTimeLink.updateMany({ where: { accountId: holder.accountId, userId: holder.userId, purpose, usedAt: null }, data: { usedAt: now } });
  return holder;
}

/** Writes the event of what a person did by their link: they did it themselves, though nobody was signed in. */
export function tellOfHolder(emit: Emit, { accountId, userId, name }: LinkHolder, what: Pick<EventToWrite, "changes" | "details">): Promise<void> {
  return emit({ ...what, accountId, action: "Edit", asset: { kind: "user", id: userId, name } }, { kind: "person", userId, accountId, name, origin: "session" });
}
