/** Rows of one kind, kept as JSON documents under a key, with an index on the properties they are found by. */
import type { SQLInputValue } from "node:sqlite";
import type { Database } from "./database.ts";

export type Page<Row> = { items: Row[]; next: string | null };

export type Collection<Row> = {
  get(key: string): Row | undefined;
  /** Adds a row; gives false, and does nothing, where the key is taken. */
  add(row: Row): boolean;
  /** Puts a changed row in place of the one under `key`; the row may have a new key. */
  replace(key: string, row: Row): void;
  /** Gives false where there was no such row. */
  remove(key: string): boolean;
  /** Rows in the order of their keys, behind `after`; `search` is part of any value of a row. */
  page(options: { after?: string; limit: number; search?: string }): Page<Row>;
  findBy(property: string, value: string): Row[];
  count(search?: string): number;
  all(): Row[];
};

type CollectionShape<Row> = { name: string; key: keyof Row & string; indexed?: (keyof Row & string)[] };

// Names come from the simulators' own source, never from a request; they are still checked before they become SQL.
const NAME = /^[a-zA-Z]+$/;

function createTable(database: Database, name: string, indexed: string[]): void {
  if (![name, ...indexed].every((word) => NAME.test(word))) throw new Error(`"${name}" can not name a collection.`);
  const columns = indexed.map((property) => `, ${property} TEXT GENERATED ALWAYS AS (body ->> '$.${property}') VIRTUAL`);
  database.raw.exec(`CREATE TABLE IF NOT EXISTS ${name} (key TEXT PRIMARY KEY, body TEXT NOT NULL${columns.join("")})`);
  for (const property of indexed) {
    database.raw.exec(`CREATE INDEX IF NOT EXISTS ${name}_${property} ON ${name} (${property})`);
  }
}

function likePattern(search: string): string {
  return `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** Opens a collection in the peer's database, and makes its table when missing. */
export function openCollection<Row extends object>(database: Database, shape: CollectionShape<Row>): Collection<Row> {
  const { name, indexed = [] } = shape;
  createTable(database, name, indexed);
  const sql = database.raw;
  const found = String.raw`EXISTS (SELECT 1 FROM json_each(body) WHERE value LIKE ? ESCAPE '\')`;
  const statements = {
    get: sql.prepare(`SELECT body FROM ${name} WHERE key = ?`),
    add: sql.prepare(`INSERT INTO ${name} (key, body) VALUES (?, ?) ON CONFLICT DO NOTHING`),
    replace: sql.prepare(`UPDATE ${name} SET key = ?, body = ? WHERE key = ?`),
    remove: sql.prepare(`DELETE FROM ${name} WHERE key = ?`),
    page: sql.prepare(`SELECT body FROM ${name} WHERE key > ? ORDER BY key LIMIT ?`),
    searchPage: sql.prepare(`SELECT body FROM ${name} WHERE key > ? AND ${found} ORDER BY key LIMIT ?`),
    count: sql.prepare(`SELECT count(*) AS count FROM ${name}`),
    searchCount: sql.prepare(`SELECT count(*) AS count FROM ${name} WHERE ${found}`),
    all: sql.prepare(`SELECT body FROM ${name} ORDER BY key`),
  };
  const byProperty = new Map(
    indexed.map((property) => [property as string, sql.prepare(`SELECT body FROM ${name} WHERE ${property} = ? ORDER BY key`)]),
  );
  const keyOf = (row: Row): string => String(row[shape.key]);
  const parse = (record: Record<string, unknown>): Row => JSON.parse(String(record.body)) as Row;
  const rows = (records: Record<string, SQLInputValue | unknown>[]): Row[] => records.map(parse);

  return {
    get(key) {
      const record = statements.get.get(key);
      return record && parse(record);
    },
    add: (row) => statements.add.run(keyOf(row), JSON.stringify(row)).changes === 1,
    replace(key, row) {
      statements.replace.run(keyOf(row), JSON.stringify(row), key);
    },
    remove: (key) => statements.remove.run(key).changes === 1,
    page({ after = "", limit, search }) {
      const records = search
        ? statements.searchPage.all(after, likePattern(search), limit + 1)
        : statements.page.all(after, limit + 1);
      const items = rows(records.slice(0, limit));
      const last = items.at(-1);
      return { items, next: records.length > limit && last ? keyOf(last) : null };
    },
    findBy(property, value) {
      const statement = byProperty.get(property);
      if (!statement) throw new Error(`${name} have no index on ${property}.`);
      return rows(statement.all(value));
    },
    count(search) {
      const record = search ? statements.searchCount.get(likePattern(search)) : statements.count.get();
      return Number(record?.count);
    },
    all: () => rows(statements.all.all()),
  };
}
