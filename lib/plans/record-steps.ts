/** What a run has changed on the systems, as events: one for each phone, number, membership and service (EVENT-19, EVENT-36 to EVENT-39). */
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import type { AssetKind, EventAction } from "#lib/events/schemas.ts";
import type { Person } from "#lib/operations/actor.ts";
import type { ResourceKind } from "#lib/provisioning/resources.ts";
import type { Step } from "#lib/provisioning/steps.ts";

/** What a resource is called in the history. What is deployed from the user's template is one kind there, whichever system it is on. */
const ASSETS = {
  "mivb.user": "pbx_user_profile",
  "mivb.phone": "phone",
  "mivb.voicemail": "templated_services",
  "mivb.agent_group_member": "group_membership",
  "mbg.teleworker_set": "templated_services",
  "micollab.client_account": "templated_services",
  "micollab.deployment": "templated_services",
  "micc.employee": "templated_services",
  "micc.agent": "templated_services",
} as const satisfies Record<ResourceKind, AssetKind>;

const ACTIONS = { create: "Add", update: "Edit", delete: "Delete" } as const satisfies Record<Step["action"], EventAction>;

type RunToRecord = { accountId: string; id: string; planId: string };
type DoneStep = { position: number; payload: Step; user_name: string; created_by_id: string; created_by_account_id: string; created_by_name: string; created_by_origin: Person["origin"] };

/**
 * Writes the events of the steps that a run has done since it was last asked, in the name of whoever made its plan. A step is
 * taken once, however often the run is put off, fails and is tried again, or changes hands.
 */
export async function recordSteps(db: Db, { accountId, id, planId }: RunToRecord, now: Date): Promise<void> {
  const steps = await db.$queryRaw<DoneStep[]>`
    update provisioning_steps s set recorded = true
      from provisioning_runs r join provisioning_plans p on p.account_id = r.account_id and p.id = r.plan_id
     where s.account_id = ${accountId}::uuid and s.run_id = ${id}::uuid and s.status = 'done' and not s.recorded and r.account_id = s.account_id and r.id = s.run_id
    returning s.position, s.payload, r.user_name, p.created_by_id::text, p.created_by_account_id::text, p.created_by_name, p.created_by_origin`;
  const by = steps[0];
  if (!by) return;
  const actor = { kind: "person", userId: by.created_by_id, accountId: by.created_by_account_id, name: by.created_by_name, origin: by.created_by_origin } as const;
  const { emit } = eventWriter(db, { operation: "provisioning.run", accountId, actor, correlationId: planId, now });
  await emit(steps.toSorted((a, b) => a.position - b.position).map(({ payload, user_name: user }) => eventOf(payload, { user, run: id })));
}

/** A step as an event; what was made or taken away names no single properties (EVENT-21). */
function eventOf(step: Step, about: { user: string; run: string }): EventToWrite {
  const changes: Record<string, { before: unknown; after: unknown } | undefined> = step.action === "update" ? step.changes : {};
  return {
    action: ACTIONS[step.action],
    asset: { kind: ASSETS[step.kind], id: step.key, name: step.key },
    changes: Object.entries(changes).flatMap(([property, change]) => (change ? [{ property, before: change.before ?? null, after: change.after ?? null }] : [])),
    details: { ...about, resource: step.kind },
  };
}
