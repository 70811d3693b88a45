/** `npm run requirements`: which rows of tests/requirements have a test that names them, and which have not. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const TESTS = join(import.meta.dirname, "../../tests");
// OP rows are open points and SUP rows supporting facts; neither is a requirement.
const ROW = /^\| ([A-Z][A-Z0-9]*-\d+) \|/gm;
const NOT_A_REQUIREMENT = /^(OP\d*|SUP)-/;
const NAMED_TEST = /\b(?:test|it|describe)(?:\.\w+(?:\([^)]*\))?)?\(\s*(["'`])((?:\\.|(?!\1).)*)\1/gs;
// One case of a `test.each` whose name begins with "$row".
const NAMED_CASE = /\brow: "([A-Z][A-Z0-9]*-\d+)"/g;
const ID = /\b[A-Z][A-Z0-9]*-\d+\b/g;

type Area = { area: string; rows: number; tested: string[]; untested: string[] };

async function requirementIds(): Promise<string[]> {
  const folder = join(TESTS, "requirements");
  const files = (await readdir(folder)).filter((name) => /^\d/.test(name)).toSorted();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  const ids = texts.flatMap((text) => [...text.matchAll(ROW)].map((match) => match[1]!));
  return [...new Set(ids)].filter((id) => !NOT_A_REQUIREMENT.test(id));
}

async function namedInTests(): Promise<Set<string>> {
  const files = (await readdir(TESTS, { recursive: true })).filter((name) => /\.(test|spec)\.tsx?$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(TESTS, name), "utf8")));
  return new Set(texts.flatMap(namedIn));
}

function namedIn(text: string): string[] {
  const names = [...text.matchAll(NAMED_TEST)].map((match) => match[2]!);
  const cases = text.includes('("$row') ? [...text.matchAll(NAMED_CASE)].map((match) => match[1]!) : [];
  return [...names.flatMap((name) => name.match(ID) ?? []), ...cases];
}

const named = await namedInTests();
const areas = new Map<string, Area>();
for (const id of await requirementIds()) {
  const name = id.slice(0, id.lastIndexOf("-"));
  const area = areas.get(name) ?? { area: name, rows: 0, tested: [], untested: [] };
  area.rows += 1;
  (named.has(id) ? area.tested : area.untested).push(id);
  areas.set(name, area);
}
const list = [...areas.values()];
const totals = { rows: list.reduce((sum, area) => sum + area.rows, 0), tested: list.reduce((sum, area) => sum + area.tested.length, 0) };

if (process.argv.includes("--json")) console.log(JSON.stringify({ totals, areas: list }, null, 2));
else {
  for (const { area, rows, tested, untested } of list) {
    console.log(`${area.padEnd(10)} ${String(tested.length).padStart(4)} of ${String(rows).padStart(4)} rows with a test${untested.length > 0 && tested.length > 0 ? `; without: ${untested.join(" ")}` : ""}`);
  }
  console.log(`\n${totals.tested} of ${totals.rows} rows have a test, ${totals.rows - totals.tested} have none.`);
}
