/**
 * Passwords and PINs, kept apart from the rows they belong to, so that lists, consoles and `/_state` can not show them.
 */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { Database } from "./database.ts";

// A simulated peer must take hundreds of accounts a second on a small machine; the usual cost of scrypt would not let it.
const SCRYPT_COST = 1024;
const KEY_BYTES = 32;

export type SecretStore = {
  set(owner: string, digest: string): void;
  get(owner: string): string | undefined;
  remove(owner: string): void;
  /** Gives the secret of `from` to `to`. */
  move(from: string, to: string): void;
};

/** Opens the table of digests; `owner` is any key that names whose secret it is. */
export function openSecrets(database: Database): SecretStore {
  const sql = database.raw;
  sql.exec("CREATE TABLE IF NOT EXISTS secrets (owner TEXT PRIMARY KEY, digest TEXT NOT NULL)");
  const set = sql.prepare("INSERT INTO secrets (owner, digest) VALUES (?, ?) ON CONFLICT (owner) DO UPDATE SET digest = excluded.digest");
  const get = sql.prepare("SELECT digest FROM secrets WHERE owner = ?");
  const remove = sql.prepare("DELETE FROM secrets WHERE owner = ?");
  const move = sql.prepare("UPDATE secrets SET owner = ? WHERE owner = ?");
  return {
    set(owner, digest) {
      set.run(owner, digest);
    },
    get(owner) {
      const record = get.get(owner);
      return record && String(record.digest);
    },
    remove(owner) {
      remove.run(owner);
    },
    move(from, to) {
      move.run(to, from);
    },
  };
}

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, { N: SCRYPT_COST }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** A salted digest of a password or PIN. */
export async function digestSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString("base64url")}.${(await derive(secret, salt)).toString("base64url")}`;
}

/** Whether a secret is the one a digest was made from; takes as long for a wrong one. */
export async function matchesDigest(secret: string, digest: string): Promise<boolean> {
  const [salt = "", key = ""] = digest.split(".");
  const expected = Buffer.from(key, "base64url");
  return timingSafeEqual(await derive(secret, Buffer.from(salt, "base64url")), expected);
}
