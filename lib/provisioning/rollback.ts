/** The way back from a plan that was applied, wholly or up to some step. */
import { identityOf, resource } from "./resources.ts";
import { creating, makingPrimary } from "./steps.ts";
import type { Changes, Step } from "./steps.ts";

/**
 * The steps that undo `done`, given in the order they were done: the inverse of each, last one first. What a peer was given
 * or made up at creation (passwords, PINs, links) does not come back with what was deleted: the executor makes it anew.
 */
export function rollbackOf(done: readonly Step[]): Step[] {
  const created = new Set(done.filter(({ action }) => action === "create").map(identityOf));
  return done.toReversed().flatMap((step) => [inverseOf(step), ...membershipsKept(step, created)]);
}

function inverseOf(step: Step): Step {
  if (step.action === "create") return { ...step, action: "delete" };
  if (step.action === "delete") return { ...step, action: "create" };
  if (step.kind === "mivb.phone" && step.insteadOf !== undefined) return makingPrimary(step.insteadOf, step.key);
  return { ...step, changes: swapped<object>(step.changes) } as Step;
}

function swapped<A>(changes: Changes<A>): Changes<A> {
  const back: Changes<A> = {};
  for (const field of Object.keys(changes) as (keyof A)[]) {
    const change = changes[field];
    if (change !== undefined) back[field] = { before: change.after, after: change.before };
  }
  return back;
}

// The contact center takes an agent out of the PBX groups it leaves (ACDCC-10), also out of those joined before the plan.
function membershipsKept(step: Step, created: ReadonlySet<string>): Step[] {
  return groupsLeftByUndoing(step)
    .map((group) => resource("mivb.agent_group_member", { group, agentNumber: step.key }))
    .filter((membership) => !created.has(identityOf(membership)))
    .map(creating);
}

function groupsLeftByUndoing(step: Step): string[] {
  if (step.kind !== "micc.agent" || step.action === "delete") return [];
  if (step.action === "create") return step.attributes.skillGroups;
  const { before = [], after = [] } = step.changes.skillGroups ?? {};
  return after.filter((group) => !before.includes(group));
}
