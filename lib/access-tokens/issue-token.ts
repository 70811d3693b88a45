import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { hashToken, newToken } from "#lib/crypto/token.ts";
import { DELEGATED_PREFIX, GUEST_PREFIX } from "./prefixes.ts";
import { ACCESS_TOKEN } from "./schemas.ts";
import type { TokenAnswer } from "./schemas.ts";
import type { z } from "zod";

const LIFETIME_S = { user: 3_600, guest: 1_800 } as const;

type Whose = { userId: string; applicationId: string } | { guestName: string };

/** Makes a token of an account; those of it that have run out are cleared away. */
export async function issueToken(db: Db, accountId: string, whose: Whose, now: Date): Promise<z.infer<typeof TokenAnswer>> {
  const scope = "userId" in whose ? "user" : "guest";
  const token = (scope === "user" ? DELEGATED_PREFIX : GUEST_PREFIX) + newToken();
  const expiresIn = LIFETIME_S[scope];
  await db.accessToken.deleteMany({ where: { accountId, expiresAt: { lt: now } } });
  await db.accessToken.create({ data: { ...whose, accountId, id: newId(), tokenHash: hashToken(token), createdAt: now, expiresAt: new Date(now.getTime() + expiresIn * 1_000) } });
  return { access_token: token, issued_token_type: ACCESS_TOKEN, token_type: "Bearer", expires_in: expiresIn, scope };
}
