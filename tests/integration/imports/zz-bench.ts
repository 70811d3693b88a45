import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import copy from "pg-copy-streams";
import { freePort } from "#lib/config/ports.ts";
import { startEmbeddedDatabase } from "#lib/processes/embedded-database.ts";
import { migrate } from "#lib/processes/migrate.ts";

const folder = await mkdtemp(join(tmpdir(), "portal-bench-"));
await chmod(folder, 0o755);
const server = await startEmbeddedDatabase(folder, await freePort(), randomBytes(12).toString("hex"));
await migrate(server.url);
Object.assign(process.env, { DATABASE_URL: server.url, PORTAL_URL: "http://127.0.0.1:3000", AUTH_SECRET: "a secret for tests that is long enough", SEAL_KEY: Buffer.alloc(32, 7).toString("base64"), MIACCESS_ISSUER: "http://127.0.0.1:1", MIACCESS_CLIENT_ID: "t", MIACCESS_CLIENT_SECRET: "t", SMTP_URL: "smtp://127.0.0.1:1", LOG_LEVEL: "silent" });
const { database, closeDatabase } = await import("#lib/db/client.ts");
const { aDesk } = await import("./imports.ts");
const { aCsvOf, anXlsxOf, usersNamed } = await import("#tests/builders/spreadsheets.ts");
const { addImport } = await import("#lib/imports/add-import.ts");
const { uploadImport } = await import("#lib/imports/upload-import.ts");
const { undoImport } = await import("#lib/imports/undo-import.ts");
const { readImportFile } = await import("#lib/imports/read-import-file.ts");
const { addImportedUsers } = await import("#lib/imports/add-imported-users.ts");
const { removeImportedUsers } = await import("#lib/imports/remove-imported-users.ts");
const { findUsers } = await import("#lib/users/find-users.ts");
const { findImportRows } = await import("#lib/imports/find-import-rows.ts");
const { runOperation } = await import("#lib/operations/run-operation.ts");
const { newId } = await import("#lib/db/id.ts");
const { closeQueue } = await import("#lib/jobs/queue.ts");

let peak = 0;
setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); }, 5).unref();
const mb = (n: number) => Math.round(n / 1024 / 1024);
async function timed<T>(name: string, run: () => Promise<T>): Promise<T> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss; peak = before;
  const t = performance.now();
  const r = await run();
  console.log(name.padEnd(34), `${Math.round(performance.now() - t)} ms`.padStart(9), `rss ${mb(before)} -> peak ${mb(peak)} (+${mb(peak - before)}) MiB`);
  return r;
}
async function floor(count: number) {
  const desk = await aDesk();
  const rows = usersNamed(count);
  const client = await database().pool.connect();
  await timed(`floor COPY+insert ${count}`, async () => {
    await client.query("begin");
    await client.query("create temp table incoming (id uuid, email text, first_name text, last_name text, name text, role text) on commit drop");
    await pipeline(Readable.from((function* () { for (const r of rows) yield `${newId()}\t${r.email}\t${r.firstName}\t${r.lastName}\t${r.firstName} ${r.lastName}\tuser\n`; })()), client.query(copy.from("copy incoming from stdin")));
    await client.query("insert into users (account_id, id, email, first_name, last_name, name, role, origin) select $1, id, email, first_name, last_name, name, role, 'import' from incoming", [desk.accountId]);
    await client.query("commit");
  });
  client.release();
}
async function run(count: number, kind: "csv" | "xlsx", beside = false) {
  const desk = await aDesk();
  const file = kind === "csv" ? await aCsvOf(usersNamed(count)) : await anXlsxOf(usersNamed(count));
  console.log(`--- ${kind} ${count}, file ${(file.length / 1024).toFixed(0)} KiB`);
  const t0 = performance.now();
  const added = await timed("  POST imports", () => runOperation(addImport, { resolved: desk.resolved, input: { fileName: `u.${kind}`, file } }));
  const payload = { accountId: desk.accountId, importId: added.import.id };
  await timed("  job read", () => readImportFile(payload));
  await timed("  rows page", () => runOperation(findImportRows, { resolved: desk.resolved, input: { importId: payload.importId } }));
  await timed("  POST upload", () => runOperation(uploadImport, { resolved: desk.resolved, input: { importId: payload.importId } }));
  await timed("  job upload", () => addImportedUsers(payload));
  console.log("  total", Math.round(performance.now() - t0), "ms");
  if (!beside) return;
  await timed("  POST undo", () => runOperation(undoImport, { resolved: desk.resolved, input: { importId: payload.importId } }));
  await timed("  job undo", () => removeImportedUsers(payload));
}
const sizes = (process.argv[2] ?? "10000").split(",").map(Number);
await run(200, "csv"); await run(200, "xlsx");
for (const size of sizes) {
  await floor(size); await floor(size);
  await run(size, "csv"); await run(size, "csv", true); await run(size, "xlsx"); await run(size, "xlsx");
}
void findUsers;
await closeQueue(); await closeDatabase(); await server.stop(); await rm(folder, { recursive: true, force: true });
process.exit(0);
