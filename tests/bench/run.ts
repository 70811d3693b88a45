/**
 * `npm run bench [-- --json FILE] [-- --only name,…] [-- --large]`: measures the budgets of the design beside a floor in the same
 * run, prints them as one table, and cleans up after itself. Speed is shown, never asserted.
 */
import { writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { buildIfStale } from "#lib/processes/web-build.ts";
import type { Finding } from "./findings.ts";
import { measureLists, measureSearch } from "./lists.ts";
import { printTable } from "./report.ts";
import { setStage } from "./stage.ts";
import type { Cleanups, Stage } from "./stage.ts";

type Measurement = (stage: Stage) => Promise<Finding[]>;

/** In the order in which they run: memory is taken idle first and after all load last. */
const MEASUREMENTS: Record<string, Measurement> = {
  list: measureLists,
  search: measureSearch,
};

const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string" }, large: { type: "boolean", default: false } } });
const wanted = values.only?.split(",") ?? Object.keys(MEASUREMENTS);
const unknown = wanted.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Known: ${Object.keys(MEASUREMENTS).join(", ")}.`);
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
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void cleanUp().then(() => process.exit(1)));

const say = (line: string) => console.error(line);
const findings: Record<string, Finding[]> = {};
const loadBefore = loadavg()[0]!;
try {
  await buildIfStale();
  const stage = await setStage(cleanups, say);
  for (const name of wanted) {
    say(`Measuring: ${name} …`);
    findings[name] = await MEASUREMENTS[name]!(stage);
  }
} catch (error) {
  if (!cleaning) console.error(error);
  process.exitCode = 1;
}
await cleanUp();
const machine = { processors: availableParallelism(), loadBefore, loadAfter: loadavg()[0]! };
printTable(findings, machine);
if (values.json) await writeFile(values.json, JSON.stringify({ machine, findings }, null, 2));
process.exit();
