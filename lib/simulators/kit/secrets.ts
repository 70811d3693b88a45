/**
 * Passwords and PINs, kept apart from the rows they belong to, so that lists, consoles and `/_state` can not show them.
 */
import { hash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Database } from "./database.ts";

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

function saltedDigest(secret: string, salt: string): string {
  return `${salt}.${hash("sha256", `${salt}:${secret}`, "base64url")}`;
}

/**
 * What a peer keeps of a password or PIN. A fast digest on purpose: a simulated peer takes hundreds of accounts a second on a
 * small machine, which the slow digests that guard people's real passwords would not let it.
 */
export function digestSecret(secret: string): string {
  return saltedDigest(secret, randomBytes(16).toString("base64url"));
}

/** Whether a secret is the one a digest was made from; compared in constant time. */
export function matchesDigest(secret: string, digest: string): boolean {
  const [salt = ""] = digest.split(".");
  const given = Buffer.from(saltedDigest(secret, salt));
  const kept = Buffer.from(digest);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
