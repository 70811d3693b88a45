/** Provisioning of several hundred users against the simulated peers, which run in a process of their own. */
import { database } from "#lib/db/client.ts";
import { DEMO_PEERS } from "#lib/simulators/kit/demo.ts";
import { atLeast, atMost, shown } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { send } from "./load.ts";
import { processorMs } from "./processes.ts";
import type { Stage } from "./stage.ts";

const STEPS_PER_SECOND = 200;
const OWN_SHARE_MS = 5;
const POLL_MS = 50;

/** Steps per second of a plan, and what of a step is the portal's own: the time of a run less the time its peers took to answer. */
export async function measureProvisioning(stage: Stage): Promise<Finding[]> {
  const call = caller(stage);
  for (const { kind, username, password } of Object.values(DEMO_PEERS)) {
    await call("POST", "/network-elements", { kind, address: `http://127.0.0.1:${stage.portal.ports[kind]}`, username, password });
  }
  const accountId = stage.accounts.toProvision;
  const role = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId } });
  const asked = performance.now();
  const { id } = await call<{ id: string }>("POST", "/provisioning/plans", { selection: { mode: "all", filter: {} }, serviceRoleId: role.id, firstNumber: "30000" });
  const plan = await waitFor(call, id, "ready");
  const planMs = performance.now() - asked;
  if (plan.blockedCount > 0) throw new Error(`${plan.blockedCount} users can not be provisioned.`);

  const worked = (await processorMs(stage.portal.pids.worker)) ?? Number.NaN;
  await call("POST", `/provisioning/plans/${id}/apply`);
  const done = await waitFor(call, id, "done");
  const workerMs = ((await processorMs(stage.portal.pids.worker)) ?? Number.NaN) - worked;
  if (done.failedCount > 0) throw new Error(`The runs of ${done.failedCount} users failed.`);
  const { wallMs, runsMs, peersMs, steps } = await timesOf(accountId, id);
  const ownMs = (runsMs - peersMs) / steps;
  return [
    atLeast(STEPS_PER_SECOND, { name: `applying a plan for ${done.runCount} users`, value: (steps / wallMs) * 1000, unit: "steps a second", more: `${steps} steps in ${(wallMs / 1000).toFixed(1)} s`, figures: { steps, wallMs } }),
    atMost(OWN_SHARE_MS, { name: "the portal's own share of a step", value: ownMs, unit: "ms", more: `runs ${(runsMs / steps).toFixed(1)} ms a step, waiting for peers ${(peersMs / steps).toFixed(1)}`, figures: { runsMs, peersMs } }),
    shown({ name: "processor time of the worker for a step, mails included", value: workerMs / steps, unit: "ms", figures: { workerMs } }),
    shown({ name: `making the plan for ${done.runCount} users`, value: planMs / 1000, unit: "s", figures: { planMs } }),
  ];
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

type Times = { wallMs: number; runsMs: number; peersMs: number; steps: number };

async function timesOf(accountId: string, planId: string): Promise<Times> {
  const { rows } = await database().pool.query<Times>(
    `select 1000 * extract(epoch from max(r.finished_at) - min(r.started_at))::float8 as "wallMs",
            sum(1000 * extract(epoch from r.finished_at - r.started_at))::float8 as "runsMs",
            sum(s.peers)::float8 as "peersMs", sum(s.steps)::int as steps
       from provisioning_runs r,
            lateral (select sum(duration_ms) as peers, count(*) as steps from provisioning_steps s where s.account_id = r.account_id and s.run_id = r.id) s
      where r.account_id = $1 and r.plan_id = $2`,
    [accountId, planId],
  );
  return rows[0]!;
}
