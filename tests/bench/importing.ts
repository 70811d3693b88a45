/** An import of users over the REST door and by the worker, beside the floor's COPY and insert of the same file. */
import { buffer } from "node:stream/consumers";
import { TEMPLATE_COLUMNS } from "#lib/imports/get-template.ts";
import { writeCsv } from "#lib/spreadsheets/write-csv.ts";
import { writeXlsx } from "#lib/spreadsheets/write-xlsx.ts";
import { atMost, inWords, shown } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { ask, send } from "./load.ts";
import { watchMemory } from "./processes.ts";
import type { Stage } from "./stage.ts";
import { median } from "./statistics.ts";

const ROWS = 10_000;
const MANY_ROWS = 100_000;
const ROUNDS = 3;
const IMPORT_SHARE = 5;
const XLSX_SHARE = 1.2;
const LIST_SHARE = 2;
const MEMORY_MIB = 80;
const LISTS_WHEN_IDLE = 100;
const POLL_MS = 10;

type Format = "csv" | "xlsx";
type File = { name: string; bytes: Uint8Array };

let files = 0;

/** A filled-in template whose addresses nobody has yet. */
async function newFile(rows: number, format: Format): Promise<File> {
  files += 1;
  const cells = Array.from({ length: rows }, (_, index) => [`First${index}`, `Last${files}`, "", `imported.${files}.${index}@large.example`, "User"]);
  const body = format === "csv" ? writeCsv(TEMPLATE_COLUMNS, cells) : writeXlsx("Users", TEMPLATE_COLUMNS, cells);
  return { name: `users-${files}.${format}`, bytes: new Uint8Array(await buffer(body)) };
}

/** Time and memory of imports, and what they cost the lists of others meanwhile. */
export async function measureImports(stage: Stage): Promise<Finding[]> {
  const pids = Object.values(stage.portal.pids);
  const first = await watchMemory(pids, async () => importFile(stage, await newFile(ROWS, "csv")));
  const times: Record<Format | "floor", number[]> = { floor: [], csv: [], xlsx: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.floor.push(await floorImport(stage, await newFile(ROWS, "csv")));
    times.csv.push((await importFile(stage, await newFile(ROWS, "csv"))).ms);
    times.xlsx.push((await importFile(stage, await newFile(ROWS, "xlsx"))).ms);
  }
  const xlsx = await watchMemory(pids, async () => importFile(stage, await newFile(ROWS, "xlsx")));
  const [floorMs, csvMs, xlsxMs] = [median(times.floor), median(times.csv), median(times.xlsx)];
  const { readMs, addMs } = first.result;
  const memory = Math.max(first.peak - first.before, xlsx.peak - xlsx.before);
  return [
    atMost(IMPORT_SHARE, { name: `import of ${inWords(ROWS, "users")}, csv`, value: csvMs / floorMs, unit: "x the floor", more: `${seconds(csvMs)}; floor ${seconds(floorMs)}`, figures: { csvMs, floorMs, readMs, addMs } }),
    atMost(XLSX_SHARE, { name: "import, xlsx to csv", value: xlsxMs / csvMs, unit: "x", more: seconds(xlsxMs), figures: { xlsxMs } }),
    atMost(MEMORY_MIB, { name: "memory during an import, web and worker together", value: memory, unit: "MiB more", figures: { beforeMib: first.before, peakMib: first.peak, xlsxBeforeMib: xlsx.before, xlsxPeakMib: xlsx.peak } }),
    await measureListsMeanwhile(stage),
    await measureManyRows(stage),
  ];
}

/** Somebody of another account looks at a list, without an import and during one. */
async function measureListsMeanwhile(stage: Stage): Promise<Finding> {
  const target = { origin: stage.portal.url, paths: [`/api/v1/accounts/${stage.accounts.small}/users`], headers: stage.partner.headers };
  await ask(target, LISTS_WHEN_IDLE, 1);
  const idleMs = median(await ask(target, LISTS_WHEN_IDLE, 1));
  const meanwhile: number[] = [];
  const over = new AbortController();
  const importing = importFile(stage, await newFile(ROWS, "csv")).finally(() => over.abort());
  while (!over.signal.aborted) meanwhile.push(...(await ask(target, 1, 1)));
  await importing;
  const duringMs = median(meanwhile);
  return atMost(LIST_SHARE, { name: "lists of others during an import", value: duringMs / idleMs, unit: "x idle", more: `p50 ${duringMs.toFixed(1)} ms, idle ${idleMs.toFixed(1)}`, figures: { duringMs, idleMs, requests: meanwhile.length } });
}

/** A file as large as is taken at all: how long until it is accepted, and how long the job works on it. */
async function measureManyRows(stage: Stage): Promise<Finding> {
  const file = await newFile(MANY_ROWS, "csv");
  const began = performance.now();
  const { acceptedMs } = await importFile(stage, file);
  return shown({ name: `import of ${inWords(MANY_ROWS, "users")} as a job`, value: acceptedMs, unit: "ms until it is accepted", more: `done after ${seconds(performance.now() - began)}`, figures: { acceptedMs } });
}

type Imported = { ms: number; acceptedMs: number; readMs: number; addMs: number };

/** Uploads a file, waits for its preview, presses "Upload" at once, and waits until every row is a user. */
async function importFile(stage: Stage, { name, bytes }: File): Promise<Imported> {
  const { portal, accounts, admin } = stage;
  const imports = `${portal.url}/api/v1/accounts/${accounts.large}/imports`;
  const began = performance.now();
  const added = await send(`${imports}?fileName=${name}`, { method: "POST", headers: { ...admin.headers, "content-type": "application/octet-stream" }, body: bytes });
  if (added.status !== 200) throw new Error(`The import was not taken: ${added.text}`);
  const acceptedMs = performance.now() - began;
  const { id } = (JSON.parse(added.text) as { import: { id: string } }).import;
  await waitFor(stage, `${imports}/${id}`, "preview");
  const readMs = performance.now() - began;
  const upload = await send(`${imports}/${id}/upload`, { method: "POST", headers: admin.headers });
  if (upload.status !== 200) throw new Error(`The import was not uploaded: ${upload.text}`);
  await waitFor(stage, `${imports}/${id}`, "done");
  const ms = performance.now() - began;
  return { ms, acceptedMs, readMs, addMs: ms - readMs };
}

async function waitFor({ admin }: Stage, address: string, wanted: string): Promise<void> {
  for (;;) {
    const { text } = await send(address, { headers: admin.headers });
    const { status } = JSON.parse(text) as { status: string };
    if (status === wanted) return;
    if (!["reading", "preview", "uploading"].includes(status)) throw new Error(`The import ended as ${status}: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function floorImport({ floorUrl, accounts }: Stage, { bytes }: File): Promise<number> {
  const { status, text, ms } = await send(`${floorUrl}/import?account=${accounts.large}`, { method: "POST", body: bytes });
  if (status !== 200) throw new Error(`The floor's import failed: ${text}`);
  return ms;
}

function seconds(ms: number): string {
  return inWords(ms / 1000, "s");
}
