/** The steps of a plan, as data: small enough to store, complete enough to be undone. */
import { same } from "./equality.ts";
import type { Attributes, Resource, ResourceKind } from "./resources.ts";

export type Changes<A> = { [F in keyof A]?: { before: A[F]; after: A[F] } };

export type CreateStep<K extends ResourceKind> = { action: "create"; kind: K; key: string; attributes: Attributes[K] };

export type UpdateStep<K extends ResourceKind> = {
  action: "update";
  kind: K;
  key: string;
  changes: Changes<Attributes[K]>;
  /**
   * Only where a phone becomes its user's primary one: the number that was primary until then. The PBX moves the mark by
   * itself when another phone takes it, and refuses to take it from the only one, so that this is one step and its own way back.
   */
  insteadOf?: string;
};

/** `attributes` are what was there, for the way back. */
export type DeleteStep<K extends ResourceKind> = { action: "delete"; kind: K; key: string; attributes: Attributes[K] };

export type Step = { [K in ResourceKind]: CreateStep<K> | UpdateStep<K> | DeleteStep<K> }[ResourceKind];

/** The step that makes a resource. */
export function creating(resource: Resource): Step {
  return { action: "create", ...resource };
}

/** The step that takes a resource away. */
export function deleting(resource: Resource): Step {
  return { action: "delete", ...resource };
}

/** What a step makes or takes away. */
export function resourceIn(step: Exclude<Step, { action: "update" }>): Resource {
  const { action: _action, ...resource } = step;
  return resource;
}

/** The step that turns one resource into another of the same kind and key, with only the fields that differ; null when none does. */
export function updating<R extends Resource>(from: R, to: R): Step | null {
  const changes: Changes<Record<string, unknown>> = changesBetween(from.attributes, to.attributes);
  if (from.kind === "micollab.client_account" && to.kind === "micollab.client_account" && changes.softPhoneExtension !== undefined) {
    // The client service takes an extension without a phone type for a SIP ACD softphone, so that both go together.
    changes.phoneType = { before: from.attributes.phoneType, after: to.attributes.phoneType };
  }
  return Object.keys(changes).length === 0 ? null : ({ action: "update", kind: from.kind, key: from.key, changes } as Step);
}

/** The step that makes a phone its user's primary one in place of another; without another when the user has none. */
export function makingPrimary(number: string, insteadOf: string | undefined): UpdateStep<"mivb.phone"> {
  const step: UpdateStep<"mivb.phone"> = {
    action: "update",
    kind: "mivb.phone",
    key: number,
    changes: { isPrimary: { before: false, after: true } },
  };
  return insteadOf === undefined ? step : { ...step, insteadOf };
}

/** The fields in which two sets of attributes differ, with before and after. */
export function changesBetween<A extends object>(from: A, to: A): Changes<A> {
  const changes: Changes<A> = {};
  for (const field of Object.keys({ ...from, ...to }) as (keyof A)[]) {
    if (!same(from[field], to[field])) changes[field] = { before: from[field], after: to[field] };
  }
  return changes;
}

/** The values an update sends: each changed field as it is to be. */
export function newValues<A>(changes: Changes<A>): Partial<A> {
  const values: Partial<A> = {};
  for (const field of Object.keys(changes) as (keyof A)[]) {
    const change = changes[field];
    if (change !== undefined) values[field] = change.after;
  }
  return values;
}
