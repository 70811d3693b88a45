/** How many licences of each UCC bundle are used; counted as accounts come and go, so that asking costs nothing. */
import type { Database } from "../kit/database.ts";
import { invalid } from "../kit/refusal.ts";

export type LicenceUse = { of(bundle: string): number; change(bundle: string, by: 1 | -1): void };

/** Opens the counters. */
export function openLicenceUse(database: Database): LicenceUse {
  const sql = database.raw;
  sql.exec("CREATE TABLE IF NOT EXISTS licenceUse (bundle TEXT PRIMARY KEY, used INTEGER NOT NULL)");
  const of = sql.prepare("SELECT used FROM licenceUse WHERE bundle = ?");
  const change = sql.prepare(
    "INSERT INTO licenceUse (bundle, used) VALUES (?, ?) ON CONFLICT (bundle) DO UPDATE SET used = used + excluded.used",
  );
  return {
    of: (bundle) => Number(of.get(bundle)?.used ?? 0),
    change(bundle, by) {
      change.run(bundle, by);
    },
  };
}

/** Uses up one licence of a bundle (ACDPRE-11). Throws a `Refusal` (422) for an unknown bundle or when none is left. */
export function takeLicence(use: LicenceUse, licences: { bundle: string; total: number }[], bundle: string): void {
  const licence = licences.find((each) => each.bundle === bundle);
  if (!licence) throw invalid("unknown_bundle", `There are no licences of ${bundle} here.`, "uccBundle");
  if (use.of(bundle) >= licence.total) {
    throw invalid("no_licence", `No licence of ${bundle} is left; all ${licence.total} are in use.`, "uccBundle");
  }
  use.change(bundle, 1);
}
