/** What a tester or an administrator of the peer sets, apart from its rows: one document, kept in the peer's database. */
import type { Database } from "./database.ts";

export type Settings<Shape> = { get(): Shape; change(changes: Partial<Shape>): Shape };

/** Opens the settings; `initial` holds on the first start, and for settings a later release adds. */
export function openSettings<Shape extends object>(database: Database, initial: Shape): Settings<Shape> {
  const sql = database.raw;
  sql.exec("CREATE TABLE IF NOT EXISTS settings (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL)");
  const read = sql.prepare("SELECT body FROM settings WHERE id = 1");
  const write = sql.prepare("INSERT INTO settings (id, body) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body");
  const get = (): Shape => ({ ...initial, ...(JSON.parse(String(read.get()?.body ?? "{}")) as Partial<Shape>) });
  return {
    get,
    change(changes) {
      const settings = { ...get(), ...changes };
      write.run(JSON.stringify(settings));
      return settings;
    },
  };
}
