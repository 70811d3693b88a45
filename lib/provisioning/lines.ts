/** The steps of one user as the lines of a plan: what belongs together is one line, as "Create user and hot desk phone". */
import { describe, nounOf } from "./describe.ts";
import type { Description, GroupNames } from "./describe.ts";
import type { ResourceKind } from "./resources.ts";
import { resourceIn } from "./steps.ts";
import type { Step } from "./steps.ts";

/** `positions` are the places of the line's steps in the plan. */
export type Line = Description & { action: Step["action"]; positions: number[] };

/** Kinds that are made one right after the other and read as one thing; the second says what it is about. */
const PAIRS: [ResourceKind, ResourceKind][] = [
  ["mivb.user", "mivb.phone"],
  ["micollab.client_account", "micollab.deployment"],
  ["micc.employee", "micc.agent"],
];

/** The lines of a user's steps, in order. */
export function linesOf(steps: readonly Step[], groups: GroupNames = new Map()): Line[] {
  const lines: Line[] = [];
  for (let position = 0; position < steps.length; position++) {
    const step = steps[position];
    const next = steps[position + 1];
    if (step === undefined) continue;
    const joint = next === undefined ? null : joined(step, next, groups);
    if (joint === null) {
      lines.push({ ...describe(step, groups), action: step.action, positions: [position] });
    } else {
      lines.push({ ...joint, action: step.action, positions: [position, position + 1] });
      position += 1;
    }
  }
  return lines;
}

function joined(step: Step, next: Step, groups: GroupNames): Description | null {
  if (step.action === "update" || next.action === "update" || next.action !== step.action) return null;
  const pair = PAIRS.find(([made, then]) =>
    step.action === "create" ? made === step.kind && then === next.kind : made === next.kind && then === step.kind,
  );
  if (pair === undefined) return null;
  const [main, part] = step.action === "create" ? [step, next] : [next, step];
  if (part.kind === "micollab.deployment") {
    const { title, detail } = describe(main, groups);
    return { title, detail: `${detail} deploy: ${part.attributes.profile}` };
  }
  const nouns = [step, next].map((one) => nounOf(resourceIn(one)));
  return { title: `${step.action === "create" ? "Create" : "Delete"} ${nouns.join(" and ")}`, detail: describe(part, groups).detail };
}
