/**
 * `npm run bench [-- --json FILE] [-- --only name,…] [-- --large]`: measures the budgets of the design beside a floor in the same
 * run, prints them as one table, and cleans up after itself. Speed is shown, never asserted.
 */
import { writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { buildIfStale } from "#lib/processes/web-build.ts";
import { measureAdding, measureSigningIn } from "./adding.ts";
import { notMeasured } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { measureEvents } from "./events.ts";
import { measureGrowth } from "./growth.ts";
import { measureImports } from "./importing.ts";
import { measureLists } from "./lists.ts";
import { measureLive } from "./live.ts";
import { measureIdleMemory, measureMemoryAfterLoad } from "./memory.ts";
import { measurePage } from "./page.ts";
import { measureProvisioning } from "./provisioning.ts";
import { measureQueries } from "./queries.ts";
import { printTable } from "./report.ts";
import type { Group } from "./report.ts";
import { measureSearch } from "./search.ts";
import { setStage } from "./stage.ts";
import type { Cleanups, Stage } from "./stage.ts";
import { measureStarting } from "./starting.ts";

type Measurement = (stage: Stage) => Promise<Finding[]>;

/** In the order in which they run: memory is taken idle first and after all load last. */
const MEASUREMENTS: Record<string, Measurement> = {
  start: measureStarting,
  idle: measureIdleMemory,
  list: measureLists,
  search: measureSearch,
  add: measureAdding,
  "sign-in": measureSigningIn,
  live: measureLive,
  queries: measureQueries,
  page: measurePage,
  provisioning: measureProvisioning,
  import: measureImports,
  memory: measureMemoryAfterLoad,
};
/** With `--large` only: it needs minutes and some gigabytes of disk. */
const LARGE: Record<string, Measurement> = { growth: measureGrowth, events: measureEvents };

const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string" }, large: { type: "boolean", default: false } } });
const known = values.large ? { ...MEASUREMENTS, ...LARGE } : MEASUREMENTS;
const wanted = values.only?.split(",") ?? Object.keys(known);
const unknown = wanted.filter((name) => !(name in known));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Known: ${Object.keys(known).join(", ")}.`);
  process.exit(1);
}

const cleanups: Cleanups = [];
let cleaning: Promise<void> | undefined;

/** Ends what was started, in reverse order; only once, however often Ctrl-C is pressed. */
function cleanUp(): Promise<void> {
  cleaning ??= (async () => {
    for (const undo of cleanups.toReversed()) await undo().catch((error: unknown) => console.error(error));
  })();
  return cleaning;
}
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // The embedded database's own handler would end this process before the rest is cleaned up.
  process.removeAllListeners(signal);
  process.on(signal, () => void cleanUp().then(() => process.exit(1)));
}

const groups: Group[] = [];
try {
  await buildIfStale();
  const stage = await setStage(cleanups, (line) => console.error(line));
  for (const name of wanted) {
    console.error(`Measuring: ${name} …`);
    const load = loadavg()[0]!;
    groups.push({ name, load, findings: await known[name]!(stage).catch((error: unknown) => failed(name, error)) });
    if (cleaning) break;
  }
} catch (error) {
  if (!cleaning) console.error(error);
  process.exitCode = 1;
}

/** One that fails says so, and the others are measured all the same. */
function failed(name: string, error: unknown): Finding[] {
  if (cleaning) return [];
  console.error(error);
  process.exitCode = 1;
  return [notMeasured(name, (error as Error).message)];
}

await cleanUp();
printTable(groups, availableParallelism());
if (values.json) await writeFile(values.json, JSON.stringify({ processors: availableParallelism(), groups }, null, 2));
process.exit();
