/** Works out, from what is stored and what the peers hold, what each user of a plan needs. Reads the database, writes nothing. */
import type { Db } from "#lib/db/client.ts";
import { draftMitelCx } from "#lib/provisioning/draft-mitel-cx.ts";
import { draftPlan } from "#lib/provisioning/draft-plan.ts";
import type { Draft, DraftedUser } from "#lib/provisioning/draft-plan.ts";
import { plan as planSteps } from "#lib/provisioning/plan.ts";
import { repairSteps } from "#lib/provisioning/repair.ts";
import type { Resource } from "#lib/provisioning/resources.ts";
import { ofKind } from "#lib/provisioning/resources.ts";
import { rollbackOf } from "#lib/provisioning/rollback.ts";
import type { Named } from "#lib/provisioning/settle.ts";
import type { Step } from "#lib/provisioning/steps.ts";
import { resourcesByOwner } from "#lib/provisioning/world.ts";
import type { World } from "#lib/provisioning/world.ts";
import { TemplateValues } from "#lib/templates/schemas.ts";
import { newLogins, withNames } from "./new-logins.ts";
import type { UserToDraft } from "./new-logins.ts";
import { PlanRequest } from "./plan-request.ts";
import { byUser, readServices } from "./stored-services.ts";

export type PlanToDraft = { accountId: string; id: string; purpose: string; templateId: string | null; request: unknown };

type RunToDraft = { id: string; userId: string; userName: string; number: string; undoesRunId: string | null };

/** `logins` are those that users were given by this draft and have not stored yet. */
export type PlanDraft = Draft & { logins: Map<string, string> };

/** Drafts a plan of any purpose for the runs that are not left out. */
export async function draftFor(db: Db, plan: PlanToDraft, world: World): Promise<PlanDraft> {
  const { accountId } = plan;
  const runs = await db.provisioningRun.findMany({
    where: { accountId, planId: plan.id, status: { not: "left_out" } },
    select: { id: true, userId: true, userName: true, number: true, undoesRunId: true },
    orderBy: { position: "asc" },
  });
  const users = await usersOf(db, accountId, runs);
  const { logins, refused } = await newLogins(db, accountId, users, world);
  const loginOf = (user: UserToDraft) => user.loginId ?? logins.get(user.id) ?? "";
  if (plan.purpose === "assign") {
    const draft = await draftAssignment(db, plan, users, loginOf, world);
    return { ...draft, users: draft.users.map((user) => ({ ...user, problems: [...(refused.get(user.id) ?? []), ...user.problems] })), logins };
  }

  const owned = resourcesByOwner(world.resources);
  const services = byUser(await readServices(db, accountId, users.map((user) => user.id)));
  const steps = await stepMaker(db, plan, runs);
  const drafted = users.map((user): DraftedUser => {
    const loginId = loginOf(user);
    const actual = owned.get(loginId) ?? [];
    const { steps: made, desired } = steps(user.id, services.get(user.id) ?? [], actual);
    return { id: user.id, name: user.name, loginId, number: ofKind(desired, "mivb.phone").find(({ attributes }) => attributes.isPrimary)?.key ?? "", desired, actual, steps: made, problems: [] };
  });
  return { users: drafted, forAll: [], logins };
}

async function usersOf(db: Db, accountId: string, runs: RunToDraft[]): Promise<UserToDraft[]> {
  const found = await db.user.findMany({
    where: { accountId, id: { in: runs.map((run) => run.userId) } },
    select: { id: true, name: true, firstName: true, lastName: true, email: true, loginId: true, username: true, services: { select: { key: true }, take: 1 } },
  });
  // A username counts until the first of the user's services is asked for (USER-48, USER-49).
  const byId = new Map(found.map(({ services, ...user }) => [user.id, services.length === 0 && user.username !== null && user.username !== user.loginId ? { ...user, loginId: null } : user]));
  // In the order of the runs; who was deleted meanwhile is no longer in the plan.
  return runs.flatMap((run) => byId.get(run.userId) ?? []);
}

async function draftAssignment(db: Db, plan: PlanToDraft, users: UserToDraft[], loginOf: (user: UserToDraft) => string, world: World): Promise<Draft> {
  const { accountId, templateId } = plan;
  const request = PlanRequest.parse(plan.request);
  const personOf = (user: UserToDraft) => ({ loginId: loginOf(user), ...withNames(user), department: "", location: "" });
  if (request.parts === "mitel_cx") {
    const held = byUser(await readServices(db, accountId, users.map(({ id }) => id)));
    return draftMitelCx(users.map((user) => ({ id: user.id, name: user.name, person: personOf(user), services: held.get(user.id) ?? [] })), world);
  }
  const template = await db.template.findUniqueOrThrow({ where: { accountId_id: { accountId, id: templateId! } }, select: { values: true } });
  const services = await readServices(db, accountId);
  const names = new Map(users.map((user) => [user.id, loginOf(user)]));
  // Numbers that another plan has promised and the PBX does not know yet.
  const reserved = new Map(
    services.flatMap(({ userId, resource }) => (resource.kind === "mivb.phone" ? [[resource.key, { usedBy: resource.attributes.loginId, loginId: names.get(userId) ?? resource.attributes.loginId }] as const] : [])),
  );
  return draftPlan(
    {
      users: users.map((user) => ({
        id: user.id,
        name: user.name,
        person: personOf(user),
        numbers: { primary: request.numbers[user.id] },
      })),
      template: TemplateValues.parse(template.values),
      choices: { agentGroups: request.agentGroups, contactCenter: request.contactCenter, mitelCx: request.mitelCx, otherPhonePrefix: request.otherPhonePrefix, otherPhoneSuffix: request.otherPhoneSuffix },
      firstNumber: request.firstNumber || undefined,
      reserved,
    },
    world,
  );
}

type Made = { steps: Step[]; desired: Resource[] };
type StepMaker = (userId: string, services: Resource[], actual: Resource[]) => Made;

async function stepMaker(db: Db, plan: PlanToDraft, runs: RunToDraft[]): Promise<StepMaker> {
  if (plan.purpose === "remove") return (_, _services, actual) => ({ steps: planSteps([], actual), desired: [] });
  if (plan.purpose === "repair") {
    const { repairs } = PlanRequest.parse(plan.request);
    return (userId, services, actual) => ({ steps: repairSteps((repairs[userId] ?? []) as Named[], services, actual), desired: services });
  }
  const undone = await undoneRuns(db, plan.accountId, runs);
  return (userId, _, actual) => {
    const run = undone.get(userId);
    return { steps: rollbackOf(run?.attempted ?? [], actual), desired: run?.before ?? [] };
  };
}

/** For each user the steps that the run to undo has tried, and what the user had before it. */
async function undoneRuns(db: Db, accountId: string, runs: RunToDraft[]): Promise<Map<string, { attempted: Step[]; before: Resource[] }>> {
  const ids = runs.flatMap((run) => run.undoesRunId ?? []);
  const found = await db.provisioningRun.findMany({
    where: { accountId, id: { in: ids } },
    select: { userId: true, previous: true, steps: { where: { status: { in: ["done", "failed"] } }, orderBy: { position: "asc" }, select: { payload: true } } },
  });
  return new Map(
    found.map(({ userId, previous, steps }) => [
      userId,
      { attempted: steps.map(({ payload }) => payload as unknown as Step), before: ((previous as { services?: unknown[] }).services ?? []) as Resource[] },
    ]),
  );
}
