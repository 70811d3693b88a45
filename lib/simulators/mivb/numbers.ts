/** The directory numbers of the element: one number means one thing, whatever that thing is (SIM-02). */
import type { Page } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import type { PageRequest } from "../kit/lists.ts";
import { conflict, invalid } from "../kit/refusal.ts";
import type { Settings } from "../kit/settings.ts";
import type { MivbSettings, NumberRange } from "./settings.ts";

export type NumberInUse = { number: string; usedBy: string };

export type DiallingPlan = {
  /** Throws a `Refusal` (422) for a number that the plan does not give to phones. */
  assertForPhones(number: string): void;
  /** Takes a number for what `usedBy` names. Throws a `Refusal` (409) that names its present holder. */
  claim(number: string, usedBy: string): void;
  release(number: string): void;
  inUse(request: PageRequest): Page<NumberInUse>;
};

/** The words in which a phone holds its number; its owner is added when the number is asked for, as it may change. */
export const USED_BY_PHONE = "phone service";

function isWithin(number: string, { from, to }: NumberRange): boolean {
  return number.length === from.length && number >= from && number <= to;
}

/** Opens the table of numbers in use. */
export function openDiallingPlan(database: Database, settings: Settings<MivbSettings>): DiallingPlan {
  const sql = database.raw;
  sql.exec("CREATE TABLE IF NOT EXISTS numbers (number TEXT PRIMARY KEY, usedBy TEXT NOT NULL) WITHOUT ROWID");
  const claim = sql.prepare("INSERT INTO numbers (number, usedBy) VALUES (?, ?) ON CONFLICT DO NOTHING");
  const release = sql.prepare("DELETE FROM numbers WHERE number = ?");
  const described = `SELECT number, CASE WHEN phones.loginId IS NULL THEN usedBy ELSE usedBy || ' of ' || phones.loginId END AS usedBy
    FROM numbers LEFT JOIN phones ON phones.key = number`;
  const holder = sql.prepare(`${described} WHERE number = ?`);
  const page = sql.prepare(`${described} WHERE number > ? ORDER BY number LIMIT ?`);

  return {
    assertForPhones(number) {
      const { numberRanges } = settings.get();
      if (numberRanges.some((range) => isWithin(number, range))) return;
      const ranges = numberRanges.map(({ from, to }) => `${from}-${to}`).join(", ");
      throw invalid("number_out_of_range", `Number ${number} is outside the ranges of the dialling plan (${ranges}).`, "number");
    },
    claim(number, usedBy) {
      if (claim.run(number, usedBy).changes === 1) return;
      throw conflict("number_in_use", `Number ${number} is in use by ${String(holder.get(number)?.usedBy)}.`, "number");
    },
    release(number) {
      release.run(number);
    },
    inUse({ after, limit }) {
      const records = page.all(after, limit + 1);
      const items = records.slice(0, limit).map((record) => ({ number: String(record.number), usedBy: String(record.usedBy) }));
      return { items, next: records.length > limit ? (items.at(-1)?.number ?? null) : null };
    },
  };
}
