/** Plans for the users of an account that is connected to peers, asked for and applied as a person would. */
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addPlan } from "#lib/plans/add-plan.ts";
import { applyPlan } from "#lib/plans/apply-plan.ts";
import { getPlan } from "#lib/plans/find-plans.ts";
import { findRuns } from "#lib/plans/find-runs.ts";
import type { AddPlanInput, PlanView, RunView } from "#lib/plans/schemas.ts";
import { PROVISIONING, workOff } from "./jobs.ts";
import { manyUsers } from "./many-users.ts";
import { anAccount } from "./people.ts";
import type { SignedIn } from "./people.ts";
import { connectPeers } from "./peers.ts";
import type { TestPeers } from "./peers.ts";

export type OnPeers = { person: SignedIn; accountId: string; userIds: string[]; roleId: string };

/** An account that is connected to all peers, with users and the role of the default template. */
export async function anAccountOnPeers(person: SignedIn, peers: TestPeers, userCount: number): Promise<OnPeers> {
  const { id: accountId } = await anAccount(person);
  await connectPeers(person, accountId, peers);
  const names = Array.from({ length: userCount }, (_, index) => ({ firstName: "Ada", lastName: `Brandt${index}`, name: `Ada Brandt${String(index).padStart(4, "0")}` }));
  const userIds = await manyUsers(accountId, names);
  const role = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId } });
  return { person, accountId, userIds, roleId: role.id };
}

/** Asks for a plan, which is made when its job is worked off; by default the role for all users of the account. */
export async function askForPlan({ person, accountId, roleId }: OnPeers, more: Partial<AddPlanInput> = {}): Promise<PlanView> {
  const input = { selection: { mode: "all", filter: {} }, serviceRoleId: roleId, ...more };
  return runOperation(addPlan, { resolved: await person.at(accountId), input });
}

/** Asks for a plan and has it made. */
export async function makePlan(place: OnPeers, more: Partial<AddPlanInput> = {}): Promise<PlanView> {
  const { id } = await askForPlan(place, more);
  await workOff(["provisioning.plan"]);
  return planNow(place, id);
}

/** Applies a plan; nothing is sent before its jobs are worked off. */
export async function apply({ person, accountId }: OnPeers, planId: string): Promise<PlanView> {
  return runOperation(applyPlan, { resolved: await person.at(accountId), input: { planId } });
}

/** Makes a plan, applies it, and has all of it worked off. */
export async function provision(place: OnPeers, more: Partial<AddPlanInput> = {}): Promise<PlanView> {
  const { id } = await makePlan(place, more);
  await apply(place, id);
  await workOff(PROVISIONING);
  return planNow(place, id);
}

export async function planNow({ person, accountId }: OnPeers, planId: string): Promise<PlanView> {
  return runOperation(getPlan, { resolved: await person.at(accountId), input: { planId } });
}

export async function runsNow({ person, accountId }: OnPeers, planId: string): Promise<RunView[]> {
  return (await runOperation(findRuns, { resolved: await person.at(accountId), input: { planId, size: 100 } })).items;
}
