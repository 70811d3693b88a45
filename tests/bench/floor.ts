/**
 * The floor: what the same answers cost at least. The same rows in tables of their own with the best indexes, asked for with
 * prepared statements through `pg`, behind a bare `node:http` server in a process of its own; no sessions, permissions or events.
 */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { eventFile, eventPage } from "./floor-events.ts";

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });

const TABLES = `
  create schema floor;
  create table floor.users as select * from users;
  alter table floor.users add primary key (account_id, id), alter column created_at set default now(), alter column modified_at set default now();
  create unique index on floor.users (account_id, email);
  create index on floor.users (account_id, name_key, id);
  create index on floor.users (account_id, modified_at, id);
  create index on floor.users (account_id, name_key, id) where registered_at is null;
  create index on floor.users (account_id, name_key, id) where services_state in ('failed', 'differs');
  create index on floor.users using gin (account_id, search_text gin_trgm_ops) with (fastupdate = off)`;

const COLUMNS = `id, first_name, last_name, name, email, mobile_number, extension, role, origin, registered_at, welcomed_at, disabled_at,
  services_state, service_role_id, modified_at, modified_by, version`;

type Page = { where?: string; order: string };
const PAGES: Record<string, Page> = {
  list: { order: "name_key, id" },
  deep: { where: "and (name_key, id) > ($2::text, $3::uuid)", order: "name_key, id" },
  sorted: { order: "modified_at desc, id desc" },
  unregistered: { where: "and registered_at is null", order: "name_key, id" },
  attention: { where: "and services_state in ('failed', 'differs')", order: "name_key, id" },
};

async function readPage(name: string, values: string[], counts: boolean): Promise<unknown> {
  const { where = "", order } = PAGES[name]!;
  const page = pool.query({ name, text: `select ${COLUMNS} from floor.users where account_id = $1 ${where} order by ${order} limit 50`, values });
  // The place of a page is no part of what is counted.
  const filter = name === "deep" ? "" : where;
  const total = counts ? pool.query({ name: `${name}_total`, text: `select count(*)::int as total from floor.users where account_id = $1 ${filter}`, values: values.slice(0, 1) }) : undefined;
  return { items: (await page).rows, total: (await total)?.rows[0].total };
}

// The hits are gathered first ("offset 0" keeps them apart), since the planner would walk the index of the names.
const SEARCH = `
  select ${COLUMNS}, count(*) over () as total
    from (select * from floor.users where account_id = $1 and search_text like $2 offset 0) as hits order by name_key, id limit 50`;

async function search(accountId: string, text: string): Promise<unknown> {
  const { rows } = await pool.query({ name: "search", text: SEARCH, values: [accountId, `%${text.toLowerCase()}%`] });
  return { items: rows, total: rows[0]?.total ?? 0 };
}

const INSERT = `insert into floor.users (account_id, id, email, first_name, last_name, name, role, name_key, search_text)
  values ($1, $2, $3, $4, $5, $6, 'user', lower($6), lower($6 || ' ' || $3))`;

async function add(accountId: string, body: string): Promise<unknown> {
  const { email, firstName, lastName } = JSON.parse(body) as Record<string, string>;
  const id = randomUUID();
  await pool.query({ name: "insert", text: INSERT, values: [accountId, id, email, firstName, lastName, `${firstName} ${lastName}`] });
  return { id };
}

/** The file goes straight into the database, and from there into the table in one statement. */
async function importFile(accountId: string, request: IncomingMessage): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("create temp table incoming (first_name text, last_name text, name text, email text, role text) on commit drop");
    await pipeline(request, client.query(copyFrom("copy incoming from stdin (format csv, header)")));
    const { rowCount } = await client.query(
      `insert into floor.users (account_id, id, email, first_name, last_name, name, role, name_key, search_text)
       select $1, uuidv7(), lower(email), first_name, last_name, first_name || ' ' || last_name, 'user', lower(first_name || ' ' || last_name), lower(first_name || ' ' || last_name || ' ' || email) from incoming`,
      [accountId],
    );
    await client.query("commit");
    return { added: rowCount };
  } finally {
    client.release();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const url = new URL(request.url!, "http://floor");
  const account = url.searchParams.get("account")!;
  const name = url.pathname.slice(1);
  if (name === "search") return search(account, url.searchParams.get("text")!);
  if (name === "add") return add(account, await bodyOf(request));
  if (name === "events") return eventPage(pool, url.searchParams.get("name")!, account, url.searchParams.get("value"));
  if (name === "event-file") return eventFile(pool, account, url.searchParams.get("since")!, response);
  if (name === "import") return importFile(account, request);
  const place = url.searchParams.getAll("after");
  return readPage(name, [account, ...place], url.searchParams.has("count"));
}

await pool.query(TABLES);
await pool.query("vacuum (analyze) floor.users");
const server = createServer((request, response) => {
  answer(request, response).then(
    // A file has been answered already.
    (body) => body !== undefined && response.setHeader("content-type", "application/json").end(JSON.stringify(body)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("SIGTERM", () => process.exit(0));
process.once("disconnect", () => process.exit(0));
