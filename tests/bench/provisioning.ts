/** Provisioning of several hundred users against the simulated peers, which run in a process of their own. */
import pg from "pg";
import { database } from "#lib/db/client.ts";
import { LIVE_CHANNEL } from "#lib/live/publish.ts";
import { DEMO_PEERS } from "#lib/simulators/kit/demo.ts";
import { atLeast, atMost, shown } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { send } from "./load.ts";
import { processorMs } from "./processes.ts";
import type { Stage } from "./stage.ts";
import { median } from "./statistics.ts";

const STEPS_PER_SECOND = 200;
const OWN_SHARE_MS = 5;
const SINGLE_RUNS = 20;
const POLL_MS = 50;

/** Steps per second of a plan for many users, and what of a step is the portal's own. */
export async function measureProvisioning(stage: Stage): Promise<Finding[]> {
  const call = caller(stage);
  for (const { kind, username, password } of Object.values(DEMO_PEERS)) {
    await call("POST", "/network-elements", { kind, address: `http://127.0.0.1:${stage.portal.ports[kind]}`, username, password });
  }
  const { rows } = await database().pool.query<{ id: string }>("select id from users where account_id = $1 order by name_key, id", [stage.accounts.toProvision]);
  const userIds = rows.map(({ id }) => id);
  return [...(await measureOwnShare(stage, call, userIds.slice(0, SINGLE_RUNS))), ...(await measureThroughput(stage, call, userIds.slice(SINGLE_RUNS)))];
}

/** All users in one plan: their runs are worked off at the same time. */
async function measureThroughput(stage: Stage, call: Call, userIds: string[]): Promise<Finding[]> {
  const { worker } = stage.portal.pids;
  const asked = performance.now();
  const id = await makePlan(stage, call, userIds);
  const planMs = performance.now() - asked;
  const workedBefore = (await processorMs(worker)) ?? Number.NaN;
  const { runCount } = await applyPlan(call, id);
  const workerMs = ((await processorMs(worker)) ?? Number.NaN) - workedBefore;
  const { wallMs, steps } = await timesOf(stage.accounts.toProvision, id);
  return [
    atLeast(STEPS_PER_SECOND, { name: `applying a plan for ${runCount} users`, value: (steps / wallMs) * 1000, unit: "steps a second", more: `${steps} steps in ${(wallMs / 1000).toFixed(1)} s`, figures: { steps, wallMs } }),
    shown({ name: "processor time of the worker for a step, mails included", value: workerMs / steps, unit: "ms", figures: { workerMs } }),
    shown({ name: `making the plan for ${runCount} users`, value: planMs / 1000, unit: "s", figures: { planMs } }),
  ];
}

/**
 * Users one after the other: from the moment a run is taken to the commit that ends it, less the time the peers took to answer.
 * With many runs at once the time would be that of waiting for each other.
 */
async function measureOwnShare(stage: Stage, call: Call, userIds: string[]): Promise<Finding[]> {
  const listener = new pg.Client({ connectionString: stage.portal.databaseUrl });
  await listener.connect();
  await listener.query(`listen ${LIVE_CHANNEL}`);
  const told = new Map<string, number>();
  listener.on("notification", ({ payload = "" }) => told.set(/plan:([0-9a-f-]+)/.exec(payload)?.[1] ?? "", Date.now()));
  const shares: number[] = [];
  const waits: number[] = [];
  for (const userId of userIds) {
    const id = await makePlan(stage, call, [userId]);
    await applyPlan(call, id);
    const { startedAt, peersMs, steps } = await timesOf(stage.accounts.toProvision, id);
    shares.push((told.get(id)! - startedAt - peersMs) / steps);
    waits.push(peersMs / steps);
  }
  await listener.end();
  const ownMs = median(shares);
  return [atMost(OWN_SHARE_MS, { name: "the portal's own share of a step, users one by one", value: ownMs, unit: "ms", more: `waiting for the peer ${median(waits).toFixed(1)} ms`, figures: { ownMs, waitMs: median(waits) } })];
}

/** Makes a plan for users and waits until a person could review it. */
async function makePlan({ accounts }: Stage, call: Call, ids: string[]): Promise<string> {
  const role = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId: accounts.toProvision } });
  const { id } = await call("POST", "/provisioning/plans", { selection: { mode: "some", ids }, serviceRoleId: role.id, firstNumber: "30000" });
  const plan = await waitFor(call, id, "ready");
  if (plan.blockedCount > 0) throw new Error(`${plan.blockedCount} users can not be provisioned.`);
  return id;
}

async function applyPlan(call: Call, id: string): Promise<Plan> {
  await call("POST", `/provisioning/plans/${id}/apply`);
  const plan = await waitFor(call, id, "done");
  if (plan.failedCount > 0) throw new Error(`The runs of ${plan.failedCount} users failed.`);
  return plan;
}

type Plan = { id: string; status: string; runCount: number; blockedCount: number; failedCount: number; refusals: string[] };
type Call = <T = Plan>(method: string, path: string, body?: unknown) => Promise<T>;

function caller({ portal, accounts, partner }: Stage): Call {
  return async (method, path, body) => {
    const { status, text } = await send(`${portal.url}/api/v1/accounts/${accounts.toProvision}${path}`, {
      method,
      headers: { ...partner.headers, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (status !== 200) throw new Error(`${method} ${path} answered ${status}: ${text}`);
    return JSON.parse(text) as never;
  };
}

async function waitFor(call: Call, id: string, wanted: string): Promise<Plan> {
  for (;;) {
    const plan = await call("GET", `/provisioning/plans/${id}`);
    if (plan.status === wanted) return plan;
    if (["stale", "refused", "cancelled"].includes(plan.status)) throw new Error(`The plan is ${plan.status}: ${plan.refusals.join(" ")}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

type Times = { startedAt: number; wallMs: number; peersMs: number; steps: number };

/** When the first run of a plan began (milliseconds of the epoch), how long until the last was done, and how long its steps waited for peers. */
async function timesOf(accountId: string, planId: string): Promise<Times> {
  const { rows } = await database().pool.query<Times>(
    `select (1000 * extract(epoch from min(r.started_at)))::float8 as "startedAt", (1000 * extract(epoch from max(r.finished_at) - min(r.started_at)))::float8 as "wallMs",
            sum(s.peers)::float8 as "peersMs", sum(s.steps)::int as steps
       from provisioning_runs r,
            lateral (select sum(duration_ms) as peers, count(*) as steps from provisioning_steps s where s.account_id = r.account_id and s.run_id = r.id) s
      where r.account_id = $1 and r.plan_id = $2`,
    [accountId, planId],
  );
  return rows[0]!;
}
