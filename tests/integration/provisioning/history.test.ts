/** What runs change on the systems is in the history: each phone, membership and service, once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { findEvents } from "#lib/events/find-events.ts";
import type { EventView } from "#lib/events/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { rollBackRuns } from "#lib/plans/roll-back-runs.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { PROVISIONING, workOff } from "#tests/builders/jobs.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, provision, runsNow } from "#tests/builders/provisioning.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";

let peers: TestPeers;
let partner: SignedIn & { accountId: string };
let place: OnPeers;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner({ name: "Mara Lindqvist" });
  place = await anAccountOnPeers(partner, peers, 2);
  await anIntegration(place.accountId);
});
afterAll(() => peers.close());

async function history(filter: object = {}): Promise<EventView[]> {
  return (await runOperation(findEvents, { resolved: await partner.at(place.accountId), input: { size: 200, type: "MiVB", ...filter } })).items.filter(({ operation }) => operation === "provisioning.run");
}

const stepsDone = (runIds: string[]) => database().prisma.provisioningStep.count({ where: { accountId: place.accountId, runId: { in: runIds }, status: "done" } });

test("EVENT-19 EVENT-21 EVENT-37 EVENT-38 EVENT-39 a run leaves an event for everything that it has made, in the name of who asked for it", async () => {
  const plan = await provision(place);
  expect(plan).toMatchObject({ succeededCount: 2 });
  const runs = await runsNow(place, plan.id);
  const events = await history();
  expect(events).toHaveLength(await stepsDone(runs.map(({ id }) => id)));
  expect(new Set(events.map(({ assetKind }) => assetKind))).toEqual(new Set(["pbx_user_profile", "phone", "templated_services"]));
  const phone = events.find(({ assetKind }) => assetKind === "phone")!;
  expect(phone).toMatchObject({ action: "Add", type: "MiVB", actorName: "Mara Lindqvist", actorRole: "partner", assumed: true, changes: [], correlationId: plan.id, origin: "session" });
  expect(phone.coreDetails).toMatchObject({ resource: "mivb.phone", user: expect.stringMatching(/^Ada Brandt/), name: phone.assetId });
  expect((await history({ assetKind: "phone" })).map(({ assetId }) => assetId).toSorted()).toEqual(runs.map(({ number }) => number).toSorted());
});

test("taking them back is told as well, and nothing twice", async () => {
  const { id: planId } = await database().prisma.provisioningPlan.findFirstOrThrow({ where: { accountId: place.accountId } });
  const [first] = await runsNow(place, planId);
  const before = await history();
  const { id } = await runOperation(rollBackRuns, { resolved: await partner.at(place.accountId), input: { planId, runIds: [first!.id] } });
  await workOff(PROVISIONING);
  const [undoing] = await runsNow(place, id);
  const added = (await history()).slice(0, -before.length);
  expect(added).toHaveLength(await stepsDone([undoing!.id]));
  expect(added.some(({ action, assetKind, assetId }) => action === "Delete" && assetKind === "phone" && assetId === first!.number)).toBe(true);
  expect(await database().prisma.provisioningStep.count({ where: { accountId: place.accountId, status: "done", recorded: false } })).toBe(0);
});
