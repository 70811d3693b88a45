/** Provisioning cycles: an initial one over all assigned people, then incremental ones (AADC-06, AADC-10 to AADC-12). */
import { conflict } from "../kit/refusal.ts";
import { DEMO_GROUP } from "./demo.ts";
import { isInScope } from "./mappings.ts";
import { deprovision, provisionPerson } from "./provision-person.ts";
import type { Outcome } from "./provision-person.ts";
import { ApplicationError, connectTo } from "./scim-client.ts";
import type { ScimClient } from "./scim-client.ts";
import type { CycleResult, Person, Target } from "./schemas.ts";
import type { EntraStore } from "./store.ts";

const MINUTE_MS = 60_000;
const CYCLE_MINUTES = 40;
/** However long it fails, it is tried once a day. */
const LONGEST_MINUTES = 24 * 60;

/** The pause before the next cycle: 40 minutes, and twice as long with every further cycle in a row in which somebody failed (AADC-10). */
export function minutesToNext(failedCycles: number): number {
  return Math.min(CYCLE_MINUTES * 2 ** Math.max(failedCycles - 1, 0), LONGEST_MINUTES);
}

export type Provisioning = {
  start(): Promise<CycleResult>;
  stop(): void;
  /** Forgets what was seen and runs the initial cycle again, at once. */
  restart(): Promise<CycleResult>;
  /** Runs the next incremental cycle without waiting for its time. */
  runNow(): Promise<CycleResult>;
  /** One person, at once. */
  onDemand(objectId: string): Promise<CycleResult>;
  /** Asks for a user that nobody is: an empty list shows that address and token are right (SCIMAPI-03). */
  testConnection(given: { tenantUrl: string; secretToken: string }): Promise<{ ok: boolean; message: string }>;
  close(): Promise<void>;
};

/** Makes the provisioning service over a store; what was running when the process ended goes on. */
export function openProvisioning(store: EntraStore): Provisioning {
  const { settings, people, targets } = store;
  let timer: NodeJS.Timeout | undefined;
  // One cycle after the other: two at once would both create the same person.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }
  function schedule(): void {
    clearTimeout(timer);
    const { provisioning, nextCycleAt } = settings.get();
    if (provisioning !== "running" || nextCycleAt === null) return;
    const work = () => inTurn(() => cycle("incremental")).catch((error: unknown) => void process.stderr.write(`${String(error)}\n`));
    timer = setTimeout(() => void work(), Math.max(Date.parse(nextCycleAt) - Date.now(), 0));
    timer.unref();
  }
  function client(): ScimClient {
    const { mode, tenantUrl, secretToken, timeoutMs } = settings.get();
    if (mode !== "Automatic" || tenantUrl === "" || secretToken === "") throw conflict("not_configured", "Set the provisioning mode to Automatic and enter Tenant URL and Secret Token first.");
    return connectTo({ tenantUrl, secretToken, timeoutMs });
  }

  async function cycle(kind: "initial" | "incremental"): Promise<CycleResult> {
    const startedAt = new Date().toISOString();
    const application = client();
    const { seen, changes, groupsEnabled } = settings.get();
    const since = kind === "initial" ? 0 : seen;
    if (groupsEnabled) await provisionGroup(application);
    const counts = { provisioned: 0, failed: 0 };
    for (const target of targets.all().filter(({ gone }) => gone)) count(counts, await leave(application, target));
    for (const person of people.all().filter((each) => isDue(each, since))) count(counts, await bring(application, person));
    const failedCycles = counts.failed > 0 ? settings.get().failedCycles + 1 : 0;
    const result = { kind, startedAt, finishedAt: new Date().toISOString(), ...counts };
    const nextCycleAt = new Date(Date.now() + minutesToNext(failedCycles) * MINUTE_MS).toISOString();
    settings.change({ seen: changes, lastCycle: result, failedCycles, ...(settings.get().provisioning === "running" && { nextCycleAt }) });
    schedule();
    return result;
  }
  /** Changed since the last cycle, or failed in it; of who is out of scope only those the application knows. */
  function isDue(person: Person, since: number): boolean {
    const target = targets.get(person.objectId);
    return (person.changedAt > since || target?.failed === true) && (isInScope(person) || Boolean(target?.id));
  }
  function count(counts: { provisioned: number; failed: number }, ok: boolean): void {
    counts[ok ? "provisioned" : "failed"] += 1;
  }

  async function bring(application: ScimClient, person: Person): Promise<boolean> {
    const before = targets.get(person.objectId);
    return attempt(person.displayName || person.userPrincipalName, before ?? { objectId: person.objectId, id: "", sent: {}, failed: true, gone: false }, () => provisionPerson(application, person, before, settings.get().userMappings));
  }
  async function leave(application: ScimClient, target: Target): Promise<boolean> {
    return attempt(target.sent["displayName"] ?? target.id, target, () => deprovision(application, target));
  }
  async function attempt(name: string, before: Target, work: () => Promise<Outcome>): Promise<boolean> {
    try {
      const { action, target } = await work();
      keep(before.objectId, target);
      store.note({ name, action, status: action === "None" ? "Skipped" : "Success", detail: action === "None" ? "Nothing to change." : "" });
      return true;
    } catch (error) {
      if (!(error instanceof ApplicationError)) throw error;
      keep(before.objectId, { ...before, failed: true });
      store.note({ name, action: before.gone ? "Delete" : before.id ? "Update" : "Create", status: "Failure", detail: error.message });
      return false;
    }
  }
  function keep(objectId: string, target: Target | null): void {
    if (!target) targets.remove(objectId);
    else if (!targets.add(target)) targets.replace(objectId, target);
  }

  /** A group that is refused is noted, and disturbs nobody else's provisioning (AADC-05). */
  async function provisionGroup(application: ScimClient): Promise<void> {
    try {
      if (await application.find("Groups", "displayName", DEMO_GROUP.displayName)) return;
      await application.create("Groups", { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], ...DEMO_GROUP, meta: { resourceType: "Group" } });
      store.note({ name: DEMO_GROUP.displayName, action: "Create group", status: "Success", detail: "" });
    } catch (error) {
      if (!(error instanceof ApplicationError)) throw error;
      store.note({ name: DEMO_GROUP.displayName, action: "Create group", status: "Failure", detail: error.message });
    }
  }

  async function initial(): Promise<CycleResult> {
    client();
    settings.change({ provisioning: "running", seen: 0, failedCycles: 0 });
    return inTurn(() => cycle("initial"));
  }
  schedule();
  return {
    start: initial,
    restart: initial,
    stop() {
      clearTimeout(timer);
      settings.change({ provisioning: "stopped", nextCycleAt: null });
    },
    runNow: () => inTurn(() => cycle("incremental")),
    onDemand: (objectId) =>
      inTurn(async () => {
        const startedAt = new Date().toISOString();
        const ok = await bring(client(), store.personOf(objectId));
        return { kind: "on demand", startedAt, finishedAt: new Date().toISOString(), provisioned: ok ? 1 : 0, failed: ok ? 0 : 1 };
      }),
    async testConnection(given) {
      try {
        await connectTo({ ...given, timeoutMs: settings.get().timeoutMs }).find("Users", "userName", crypto.randomUUID());
        return { ok: true, message: "The supplied credentials are authorized to enable provisioning." };
      } catch (error) {
        if (!(error instanceof ApplicationError)) throw error;
        return { ok: false, message: `You appear to have entered invalid credentials. ${error.message}` };
      }
    },
    async close() {
      clearTimeout(timer);
      await last;
    },
  };
}
