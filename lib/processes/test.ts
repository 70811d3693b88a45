/** `npm test`: lint, build, then every test; the last line says how many passed and how many failed. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowsers } from "./browsers.ts";
import { buildIfStale, run } from "./web-build.ts";

type Report = { numPassedTests: number; numFailedTests: number; testResults: { name: string; status: string; assertionResults: unknown[] }[] };

Object.assign(process.env, findBrowsers());
const failures: string[] = [];
const attempt = (name: string, work: Promise<unknown>) => work.catch((error: Error) => void failures.push(`${name}: ${error.message}`));

await attempt("lint", run("node", ["--disable-warning=ExperimentalWarning", "lib/processes/lint.ts"]));
await attempt("build", buildIfStale());

const folder = await mkdtemp(join(tmpdir(), "portal-report-"));
const file = join(folder, "report.json");
await attempt("tests", run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]));
const report = JSON.parse(await readFile(file, "utf8").catch(() => "null")) as Report | null;
await rm(folder, { recursive: true, force: true });

// A file that could not even be loaded has no test that failed, yet it is a failure.
const broken = report?.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length ?? 0;
const others = failures.filter((failure) => !failure.startsWith("tests:"));
for (const failure of failures) console.error(failure);
const failed = (report?.numFailedTests ?? 0) + broken + others.length + (report ? 0 : 1);
console.log(`${report?.numPassedTests ?? 0} passed, ${failed} failed`);
process.exit(failed > 0 || failures.length > 0 ? 1 : 0);
