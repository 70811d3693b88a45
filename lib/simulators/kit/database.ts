import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

export type Database = {
  raw: DatabaseSync;
  /** Runs synchronous work in one transaction; whatever it throws undoes it. */
  transaction<Result>(work: () => Result): Result;
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

  return {
    raw,
    transaction(work) {
      raw.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        raw.exec("COMMIT");
        return result;
      } catch (error) {
        if (raw.isTransaction) raw.exec("ROLLBACK");
        throw error;
      }
    },
    close() {
      raw.close();
    },
  };
}
