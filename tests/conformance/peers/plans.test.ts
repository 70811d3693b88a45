/** The planner's idea of the peers against the peers themselves: random plans, done step by step by the executor. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { executeStep } from "#lib/plans/execute-step.ts";
import type { SecretRule } from "#lib/plans/execute-step.ts";
import { connectPeer } from "#lib/provisioning/adapters/connect.ts";
import type { Adapters } from "#lib/provisioning/adapters/adapter.ts";
import { plan } from "#lib/provisioning/plan.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import { rollbackOf } from "#lib/provisioning/rollback.ts";
import type { Step } from "#lib/provisioning/steps.ts";
import { resourcesOf } from "#lib/provisioning/world.ts";
import { wished } from "#tests/unit/provisioning/arbitraries.ts";
import { contents, stateOf } from "#tests/unit/provisioning/peer-model.ts";
import { newKey } from "./builders.ts";
import { simulatorForTest } from "./simulators.ts";

const RANDOM: SecretRule = { mode: "random", value: "" };
const WORLDS = 2;
const TRANSITIONS = 12;

async function connectFreshPeers(): Promise<Adapters> {
  const mivb = await simulatorForTest("mivb");
  const [mbg, micollab, micc] = await Promise.all((["mbg", "micollab", "micc"] as const).map((kind) => simulatorForTest(kind, mivb)));
  return {
    mivb: connectPeer("mivb", mivb.connection),
    mbg: connectPeer("mbg", mbg!.connection),
    micollab: connectPeer("micollab", micollab!.connection),
    micc: connectPeer("micc", micc!.connection),
  };
}

async function read({ mivb, mbg, micollab, micc }: Adapters): Promise<Resource[]> {
  const [users, phones, voicemailBoxes, agentGroups, teleworkerSets, clientAccounts, deployments, employees, agents] = await Promise.all([
    mivb.listUsers(),
    mivb.listPhones(),
    mivb.listVoicemailBoxes(),
    mivb.listAgentGroups(),
    mbg.listTeleworkerSets(),
    micollab.listClientAccounts(),
    micollab.listDeployments(),
    micc.listEmployees(),
    micc.listAgents(),
  ]);
  return contents(stateOf(resourcesOf({ users, phones, voicemailBoxes, agentGroups, teleworkerSets, clientAccounts, deployments, employees, agents })));
}

async function perform(adapters: Adapters, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const context = { adapter: <K extends keyof Adapters>(kind: K) => adapters[kind], idempotencyKey: newKey(), number: "3201", password: RANDOM, passcode: RANDOM };
    await executeStep(step, context).catch((error: Error) => {
      throw new Error(`${step.action} ${step.kind} ${step.key} of ${steps.map(({ action, kind, key }) => `${action} ${kind} ${key}`).join(", ")}: ${error.message}`);
    });
  }
}

/** The random wishes in numbers, groups and profiles that the simulated peers have. */
const servable = wished.map((resources) => {
  const text = JSON.stringify(resources)
    .replaceAll(/([98])(220[123])/g, (_, prefix: string, number: string) => (prefix === "9" ? "3" : "4") + number)
    .replaceAll(/"100(["/])/g, '"2301$1')
    .replaceAll(/"101(["/])/g, '"2302$1')
    .replaceAll('"sales"', '"remote"');
  return JSON.parse(text) as Resource[];
});

const transition = fc.record({ desired: servable, stopAt: fc.nat(), takeBack: fc.boolean() });

test("whatever is planned is accepted step by step and gives what was wanted; taken back from any step it gives what was before", { timeout: 60_000 }, async () => {
  const adapters = await connectFreshPeers();
  for (const walk of fc.sample(fc.array(transition, { minLength: TRANSITIONS, maxLength: TRANSITIONS }), WORLDS)) {
    for (const { desired, stopAt, takeBack } of walk) {
      const before = await read(adapters);
      const steps = plan(desired, before);
      await perform(adapters, takeBack ? steps.slice(0, stopAt % (steps.length + 1)) : steps);
      if (takeBack) await perform(adapters, rollbackOf(steps, await read(adapters)));
      expect(await read(adapters)).toEqual(takeBack ? before : contents(stateOf(desired)));
    }
    await perform(adapters, plan([], await read(adapters)));
    expect(await read(adapters)).toEqual([]);
  }
});
