/** What a process takes of the machine, as Linux tells it. */
import { readdir, readFile } from "node:fs/promises";

const MIB = 1024 * 1024;
/** Linux counts processor time in hundredths of a second for every program (USER_HZ). */
const MS_PER_TICK = 10;

async function statusOf(pid: number): Promise<{ parent: number; residentMib: number } | undefined> {
  const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => undefined);
  if (!text) return undefined;
  const figure = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
  return { parent: figure("PPid"), residentMib: (figure("VmRSS") * 1024) / MIB };
}

/** Resident memory of a process and of those it started, in MiB; undefined where the system does not tell. */
export async function residentMib(pid: number): Promise<number | undefined> {
  const entries = await readdir("/proc").catch(() => []);
  const all = new Map<number, { parent: number; residentMib: number }>();
  for (const name of entries.filter((entry) => /^\d+$/.test(entry))) {
    const status = await statusOf(Number(name));
    if (status) all.set(Number(name), status);
  }
  if (!all.has(pid)) return undefined;
  const belongs = (each: number): boolean => each === pid || (all.has(each) && belongs(all.get(each)!.parent));
  return [...all].reduce((total, [each, status]) => total + (belongs(each) ? status.residentMib : 0), 0);
}

/** Processor time that a process has used so far, in milliseconds; undefined where the system does not tell. */
export async function processorMs(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // The name of the program may hold spaces; the fields that count come after it.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  return fields && (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

const SAMPLE_MS = 50;

/** Watches the memory of processes while something runs; gives its result and the most they took together, in MiB. */
export async function watchMemory<T>(pids: readonly number[], work: () => Promise<T>): Promise<{ result: T; before: number; peak: number }> {
  const together = async () => (await Promise.all(pids.map(async (pid) => (await statusOf(pid))?.residentMib ?? 0))).reduce((a, b) => a + b, 0);
  const before = await together();
  let peak = before;
  const timer = setInterval(() => void together().then((now) => (peak = Math.max(peak, now))), SAMPLE_MS);
  try {
    return { result: await work(), before, peak };
  } finally {
    clearInterval(timer);
    // `peak` may still be raised by a sample on its way; it was taken while the work ran.
  }
}
