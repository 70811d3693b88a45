/** The keys MiAccess signs with; made once, so that what it signed before a restart is still good after it. */
import { generateKeyPair, randomBytes, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import type { JWK } from "oidc-provider";
import type { Database } from "../kit/database.ts";

export type Keys = {
  /** Private RSA key for ID tokens (RS256, what every relying party understands). */
  signing: JWK & { kid: string; use: "sig"; alg: "RS256" };
  /** Signs the cookies. */
  cookies: string[];
};

/** The stored keys, or new ones on the first start. */
export async function openKeys(database: Database): Promise<Keys> {
  const sql = database.raw;
  sql.exec("CREATE TABLE IF NOT EXISTS keys (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL)");
  const stored = sql.prepare("SELECT body FROM keys WHERE id = 1").get();
  if (stored) return JSON.parse(String(stored.body)) as Keys;
  const keys = await makeKeys();
  sql.prepare("INSERT INTO keys (id, body) VALUES (1, ?)").run(JSON.stringify(keys));
  return keys;
}

async function makeKeys(): Promise<Keys> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  return {
    signing: { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" },
    cookies: [randomBytes(32).toString("base64url")],
  };
}
