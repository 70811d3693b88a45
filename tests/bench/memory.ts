/** Memory of the web and the worker: after the start, and after all the load that was measured before. */
import { atMost, notMeasured } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { residentMib } from "./processes.ts";
import type { Stage } from "./stage.ts";

const IDLE_MIB = 150;
const AFTER_LOAD_MIB = 400;

/** Resident memory of each process of the portal, beside its limit. */
async function measureMemory({ portal }: Stage, when: string, limit: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, pid] of Object.entries(portal.pids)) {
    const value = await residentMib(pid);
    const title = `memory of the ${name} process, ${when}`;
    findings.push(value === undefined ? notMeasured(title, "the system does not tell") : atMost(limit, { name: title, value, unit: "MiB" }));
  }
  return findings;
}

export async function measureIdleMemory(stage: Stage): Promise<Finding[]> {
  return measureMemory(stage, "idle", IDLE_MIB);
}

export async function measureMemoryAfterLoad(stage: Stage): Promise<Finding[]> {
  return measureMemory(stage, "after load", AFTER_LOAD_MIB);
}
