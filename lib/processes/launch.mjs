// The first thing every npm script runs, under whatever Node the machine has: it installs what is missing, then hands over to
// the pinned Node, which runs TypeScript as it is. Plain JavaScript without dependencies, since nothing may be installed yet.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const bin = join(root, "node_modules/.bin");
const node = join(bin, "node");
const [command, ...rest] = process.argv.slice(2);

const COMMANDS = {
  start: ["lib/processes/start.ts"],
  dev: ["lib/processes/start.ts", "--dev"],
  worker: ["lib/processes/worker.ts"],
  migration: ["lib/processes/migration.ts"],
  migrate: ["lib/processes/run-migrate.ts"],
  "api-key": ["lib/processes/api-key.ts"],
  "events:verify": ["lib/processes/verify-events.ts"],
  requirements: ["lib/processes/requirements.ts"],
  bench: ["tests/bench/run.ts"],
  build: ["lib/processes/build.ts"],
  lint: ["lib/processes/lint.ts"],
  test: ["lib/processes/test.ts"],
};

function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function install() {
  const note = join(root, "node_modules/.installed");
  const wanted = hashOf("package-lock.json");
  if (existsSync(note) && readFileSync(note, "utf8") === wanted && existsSync(node)) return;
  console.log("Installing dependencies …");
  const { status } = spawnSync("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) {
    console.error("The dependencies could not be installed; npm says why above.");
    process.exit(1);
  }
  writeFileSync(note, wanted);
}

function generate() {
  if (existsSync(join(root, "lib/db/generated/client.ts"))) {
    const note = join(root, "lib/db/generated/.schema");
    if (existsSync(note) && readFileSync(note, "utf8") === schemaHash()) return;
  }
  execFileSync(join(bin, "prisma"), ["generate", "--no-hints"], { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, PATH: `${bin}:${process.env.PATH}` } });
  writeFileSync(join(root, "lib/db/generated/.schema"), schemaHash());
}

function schemaHash() {
  return hashOf("package-lock.json", ...readdirSync(join(root, "prisma/schema")).toSorted().map((name) => `prisma/schema/${name}`));
}

const script = COMMANDS[command];
if (!script) {
  console.error(`Unknown command: ${command}. Known: ${Object.keys(COMMANDS).join(", ")}.`);
  process.exit(1);
}
install();
generate();
// What Node compiles is kept, so that every further start and every thread begins sooner.
const compileCache = join(root, "node_modules/.cache/node");
const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...script, ...rest], { cwd: root, stdio: "inherit", env: { NODE_COMPILE_CACHE: compileCache, ...process.env, PATH: `${bin}:${process.env.PATH}` } });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
