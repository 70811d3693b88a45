/** `npm run migration -- NAME [REVISION]`: writes the migration from prisma/schema as a revision has it (HEAD) to what it says now, to be read and completed by hand. */
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#lib/config/ports.ts";
import { startEmbeddedDatabase } from "./embedded-database.ts";

const PRISMA = join(import.meta.dirname, "../../prisma");
const FILTERS = { externalTables: [], externalEnums: [] };

const [name, revision = "HEAD"] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: npm run migration -- name_in_lower_case [REVISION]");
  process.exit(1);
}

// The engine wants a database to speak the dialect of; it reads nothing from it, and could not read generated columns.
const folder = await mkdtemp(join(tmpdir(), "portal-migration-"));
await chmod(folder, 0o755);
const server = await startEmbeddedDatabase(folder, await freePort(), "authoring");
try {
  const sql = await difference(server.url, schemaAt(revision), await schemaNow());
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const target = join(PRISMA, "migrations", `${stamp}_${name}`);
  await mkdir(target);
  await writeFile(join(target, "migration.sql"), sql);
  console.log(`Wrote ${target}/migration.sql`);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);

type SchemaFile = { path: string; content: string };

async function schemaNow(): Promise<SchemaFile[]> {
  const names = await readdir(join(PRISMA, "schema"));
  return Promise.all(names.map(async (file) => ({ path: `prisma/schema/${file}`, content: await readFile(join(PRISMA, "schema", file), "utf8") })));
}

function schemaAt(ref: string): SchemaFile[] {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: PRISMA, encoding: "utf8" });
  const paths = git("ls-tree", "--name-only", "--full-tree", ref, "prisma/schema/").trim().split("\n");
  return paths.map((path) => ({ path, content: git("show", `${ref}:${path}`) }));
}

async function difference(databaseUrl: string, before: SchemaFile[], after: SchemaFile[]): Promise<string> {
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  const engine = await SchemaEngine.new({ datamodels: after.map(({ path, content }): [string, string] => [path, content]) }, () => {}, adapter);
  const { stdout } = await engine.diff({ from: { tag: "schemaDatamodel", files: before }, to: { tag: "schemaDatamodel", files: after }, script: true, exitCode: null, filters: FILTERS });
  return stdout ?? "";
}
