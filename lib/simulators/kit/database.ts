import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

export type Database = {
  raw: DatabaseSync;
  /** Runs synchronous work in one transaction; whatever it throws undoes it. */
  transaction<Result>(work: () => Result): Result;
  /** Runs the seeding of a database that is new, once in its life. */
  seedOnce(seed: () => void): void;
  close(): void;
};

/**
 * Opens the file that holds a peer's state, and makes it when missing.
 * In WAL mode with synchronous=NORMAL a commit survives the killing of the process, at a fraction of the cost of a sync to disk.
 */
export function openDatabase(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  const raw = new DatabaseSync(file);
  raw.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON");

  function transaction<Result>(work: () => Result): Result {
    raw.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      raw.exec("COMMIT");
      return result;
    } catch (error) {
      if (raw.isTransaction) raw.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    raw,
    transaction,
    seedOnce(seed) {
      transaction(() => {
        if (raw.prepare("PRAGMA user_version").get()?.user_version !== 0) return;
        seed();
        raw.exec("PRAGMA user_version = 1");
      });
    },
    close() {
      raw.close();
    },
  };
}
