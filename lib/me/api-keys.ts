import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { hashToken, newToken } from "#lib/crypto/token.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { notFound, OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { AddApiKeyInput, ApiKeyView, NewApiKey } from "./schemas.ts";

/** Begins every key, so that one found in a script or a log is recognised for what it is. */
const KEY_PREFIX = "mak_";

/** As many keys a person may have: a list in which none is forgotten. */
const MOST_KEYS = 100;

/** Makes a key for a person: it may do what the person may do. Only its hash is stored. */
export async function newApiKey(db: Db, owner: { accountId: string; userId: string }, name: string, now: Date): Promise<NewApiKey> {
  const id = newId();
  const key = KEY_PREFIX + newToken();
  await db.apiKey.create({ data: { ...owner, id, name, tokenHash: hashToken(key), createdAt: now } });
  return { id, name, key, createdAt: now.toISOString(), lastUsedAt: null };
}

export const addApiKey = operation({
  name: "me.add-api-key",
  summary: "Make an API key of yours; it is shown once",
  permission: [],
  scope: "self",
  kind: "write",
  input: AddApiKeyInput,
  output: NewApiKey,
  http: { method: "POST", path: "/me/api-keys" },
  async run({ actor, db, emit, now }, { name }) {
    const count = await db.apiKey.count({ where: { accountId: actor.accountId, userId: actor.userId } });
    if (count >= MOST_KEYS) throw new OperationError("limit_reached", sentence("tooManyKeys", { count }));
    const key = await newApiKey(db, { accountId: actor.accountId, userId: actor.userId }, name, now);
    await emit({ action: "Add", asset: { kind: "api_key", id: key.id, name } });
    return key;
  },
});

export const findApiKeys = operation({
  name: "me.find-api-keys",
  summary: "Your API keys",
  permission: [],
  scope: "self",
  kind: "read",
  input: z.object({}),
  output: z.object({ items: z.array(ApiKeyView) }),
  http: { method: "GET", path: "/me/api-keys" },
  async run({ actor, db }) {
    const keys = await db.apiKey.findMany({
      where: { accountId: actor.accountId, userId: actor.userId },
      select: { id: true, name: true, createdAt: true, lastUsedAt: true },
      orderBy: { createdAt: "desc" },
    });
    return { items: keys.map((key) => ({ ...key, createdAt: key.createdAt.toISOString(), lastUsedAt: key.lastUsedAt?.toISOString() ?? null })) };
  },
});

export const deleteApiKey = operation({
  name: "me.delete-api-key",
  summary: "Revoke an API key of yours",
  permission: [],
  scope: "self",
  kind: "write",
  input: z.object({ apiKeyId: z.uuid() }),
  output: z.object({}),
  http: { method: "DELETE", path: "/me/api-keys/{apiKeyId}" },
  async run({ actor, db, emit }, { apiKeyId }) {
    const key = await db.apiKey.findFirst({ where: { accountId: actor.accountId, userId: actor.userId, id: apiKeyId }, select: { name: true } });
    if (!key) throw notFound(sentence("apiKeyNotFound"));
    await db.apiKey.deleteMany({ where: { accountId: actor.accountId, userId: actor.userId, id: apiKeyId } });
    await emit({ action: "Delete", asset: { kind: "api_key", id: apiKeyId, name: key.name } });
    return {};
  },
});
