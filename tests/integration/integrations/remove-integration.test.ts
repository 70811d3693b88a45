import { expect, test, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { ON_REMOVAL } from "#lib/integrations/on-removal.ts";
import { removeStored } from "#lib/integrations/remove-integration.ts";
import { addTo, beginRemoval, entryIn, panelOf, removeFrom } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

async function people() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  return { partner, id, admin: await aSignedInUser(partner, id, "account_admin"), user: await aSignedInUser(partner, id, "user") };
}

const notificationsOf = async (accountId: string) => database().prisma.notification.findMany({ where: { accountId }, orderBy: { createdAt: "asc" } });

test("INTEG-24 ZOOM-21 ZOOM-22 the entry stays until the job has removed it, and whoever asked is told then", async () => {
  const { partner, id, admin } = await people();
  await addTo(partner, id, "zoom");
  await beginRemoval(admin, id, "zoom");
  expect(await entryIn(partner, id, "zoom")).toMatchObject({ removing: true, state: { message: "Being removed, as Ada Brandt asked for" } });
  expect(await notificationsOf(id)).toEqual([]);
  await workOff(["integrations.remove"]);
  expect((await panelOf(partner, id)).entries).toEqual([]);
  expect(await notificationsOf(id)).toMatchObject([{ userId: admin.user.id, status: "completed", title: "Zoom removed", link: `/accounts/${id}/integrations` }]);
  expect(await eventsOf(id, "integrations.remove")).toMatchObject([
    { action: "Edit", assetId: "zoom", actorName: "Ada Brandt", changes: [{ property: "removal", after: "started" }] },
    { action: "Delete", assetKind: "integration", assetId: "zoom", assetName: "Zoom", actorName: "Ada Brandt", changes: [{ property: "status", before: "incomplete", after: null }] },
  ]);
});

test("ZOOM-24 a removal that fails again and again leaves the integration as it was, and says so", async () => {
  const { partner, id, admin } = await people();
  await addTo(partner, id, "mitel_one_workgroups");
  const before = await entryIn(partner, id, "mitel_one_workgroups");
  vi.spyOn(ON_REMOVAL, "mitel_one_workgroups").mockRejectedValue(new Error("The peer is down."));
  await beginRemoval(admin, id, "mitel_one_workgroups");
  for (let attempt = 0; attempt < 5; attempt++) await expect(removeStored({ accountId: id, key: "mitel_one_workgroups" })).rejects.toThrow("The peer is down.");
  await removeStored({ accountId: id, key: "mitel_one_workgroups" });
  vi.restoreAllMocks();
  expect(await entryIn(partner, id, "mitel_one_workgroups")).toMatchObject({ removing: false, status: before.status, state: before.state });
  expect(await notificationsOf(id)).toMatchObject([{ userId: admin.user.id, status: "failed", title: "Mitel One Workgroups was not removed" }]);
  await removeFrom(admin, id, "mitel_one_workgroups");
  expect((await panelOf(partner, id)).entries).toEqual([]);
});

test("a job that is run again finds nothing left to do", async () => {
  const { partner, id } = await people();
  await addTo(partner, id, "zoom");
  await removeFrom(partner, id, "zoom");
  await removeStored({ accountId: id, key: "zoom" });
  expect(await eventsOf(id, "integrations.remove")).toHaveLength(2);
});

test("of two who remove the same the second is told, whether the job has ended or not", async () => {
  const { partner, id, admin } = await people();
  await addTo(partner, id, "micc");
  const answers = await Promise.allSettled([beginRemoval(partner, id, "micc"), beginRemoval(admin, id, "micc")]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = answers.find((answer) => answer.status === "rejected");
  expect(refused!.reason).toMatchObject({ code: "conflict", message: expect.stringMatching(/^MiCC is being removed, as (Mara Lindqvist|Ada Brandt) asked for\.$/) });
  await workOff(["integrations.remove"]);
  await expect(beginRemoval(admin, id, "micc")).rejects.toMatchObject({ code: "not_found", message: "MiCC is not in use on this account." });
});

test("OP2-05 what depends on a removed integration stays and says what it lacks", async () => {
  const { partner, id } = await people();
  await addTo(partner, id, "cloudlink_gateway", "mivoice_business");
  expect((await entryIn(partner, id, "cloudlink_gateway")).removal.join(" ")).toContain("MiVoice Business needs CloudLink Gateway");
  await removeFrom(partner, id, "cloudlink_gateway");
  expect(await entryIn(partner, id, "mivoice_business")).toMatchObject({ status: "on", state: { tone: "bad", message: "Needs CloudLink Gateway, which is not on this account" } });
});

test("INTEG-30 INT-10 what exists in a partner account can be removed there, and not be changed", async () => {
  const partner = await aPartner();
  await database().prisma.integration.create({ data: { accountId: partner.accountId, key: "zoom", status: "incomplete" } });
  await removeFrom(partner, partner.accountId, "zoom");
  expect(await database().prisma.integration.count({ where: { accountId: partner.accountId } })).toBe(0);
});

test("INTEG-27 a user may not remove, a stranger does not find the account, and what the account does not have is not found", async () => {
  const { partner, id, user } = await people();
  const elsewhere = await people();
  await addTo(partner, id, "micc");
  await expect(beginRemoval(user, id, "micc")).rejects.toMatchObject({ code: "forbidden" });
  await expect(beginRemoval(elsewhere.partner, id, "micc")).rejects.toMatchObject({ code: "not_found" });
  await expect(beginRemoval(partner, id, "zoom")).rejects.toMatchObject({ code: "not_found" });
  expect((await panelOf(partner, id)).entries).toMatchObject([{ key: "micc", removing: false }]);
  expect(await eventsOf(id, "integrations.remove")).toEqual([]);
});
