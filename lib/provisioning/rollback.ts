/** The way back from a plan that was applied, wholly or up to some step. */
import { plan } from "./plan.ts";
import { needsOf } from "./references.ts";
import { identityOf, indexOf } from "./resources.ts";
import type { Resource } from "./resources.ts";
import type { Changes, Step } from "./steps.ts";

/**
 * The steps that undo others: they take what was made away in reverse order, put back what was deleted, and give changed
 * fields their former values; everything else that is there stays, and with it the user or employee that was made for the
 * plan and has got something else since. Since they are planned from what is there now, a step
 * that did not come to pass, or of which nobody knows, does no harm among `attempted`; and what can not simply be reversed
 * finds its way: a phone that was migrated to SIP is made anew as the MiNET phone it was.
 * What a peer was given or made up at creation (passwords, PINs, links) does not come back with what was deleted.
 * @param attempted the steps to undo, in the order they were to be done
 * @param now what the peers hold of the same user now
 */
export function rollbackOf(attempted: readonly Step[], now: readonly Resource[]): Step[] {
  return plan(stateBefore(attempted, now), now);
}

/** What there was before some steps, concluded from them and from what there is now. */
export function stateBefore(attempted: readonly Step[], now: readonly Resource[]): Resource[] {
  const state = indexOf(now);
  for (const step of attempted.toReversed()) undo(step, state);
  return [...state.values()];
}

function undo(step: Step, state: Map<string, Resource>): void {
  const identity = identityOf(step);
  if (step.action === "create") {
    if (!isHome(step) || !isNeeded(identity, state)) state.delete(identity);
  } else if (step.action === "delete") state.set(identity, { kind: step.kind, key: step.key, attributes: step.attributes } as Resource);
  else {
    assign(state, identity, formerValues<object>(step.changes));
    if (step.kind === "mivb.phone" && step.insteadOf !== undefined) {
      assign(state, identityOf({ kind: "mivb.phone", key: step.insteadOf }), { isPrimary: true });
    }
  }
}

/** What other things of a person live in: without it they would have to go too. */
function isHome({ kind }: Step): boolean {
  return kind === "mivb.user" || kind === "micc.employee";
}

function isNeeded(identity: string, state: ReadonlyMap<string, Resource>): boolean {
  return [...state.values()].some((resource) => needsOf(resource, state).includes(identity));
}

function assign(state: Map<string, Resource>, identity: string, values: object): void {
  const resource = state.get(identity);
  if (resource !== undefined) state.set(identity, { ...resource, attributes: { ...resource.attributes, ...values } } as Resource);
}

function formerValues<A>(changes: Changes<A>): Partial<A> {
  const values: Partial<A> = {};
  for (const field of Object.keys(changes) as (keyof A)[]) {
    const change = changes[field];
    if (change !== undefined) values[field] = change.before;
  }
  return values;
}
