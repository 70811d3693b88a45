import { expect, test } from "vitest";
import { addOverlay, deleteOverlay, updateOverlay } from "#lib/chat-overlays/change-overlays.ts";
import { findOverlays } from "#lib/chat-overlays/find-overlays.ts";
import type { OverlayFields } from "#lib/chat-overlays/schemas.ts";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTo, beginRemoval, removeFrom } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

const SHOP: OverlayFields = { name: "Shop", website: "https://shop.ballad.example", heading: "Ballad Shop", greeting: "Good morning", corner: "right", colour: "blue", enabled: true };

async function place({ withMicc = true } = {}) {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  if (withMicc) await addTo(partner, id, "micc");
  return { partner, id, admin: await aSignedInUser(partner, id, "account_admin"), user: await aSignedInUser(partner, id, "user") };
}

const create = async (person: SignedIn, id: string, fields: object = SHOP) => runOperation(addOverlay, { resolved: await person.at(id), input: fields });
const list = async (person: SignedIn, id: string) => (await runOperation(findOverlays, { resolved: await person.at(id), input: {} })).items;
const change = async (person: SignedIn, id: string, input: object) => runOperation(updateOverlay, { resolved: await person.at(id), input });

test("MICC-01 MICC-04 partner and account admin create chats, change them and delete them, with events", async () => {
  const { partner, id, admin } = await place();
  const made = await create(partner, id);
  await create(admin, id, { ...SHOP, name: "Help", website: "https://help.ballad.example" });
  expect((await list(admin, id)).map(({ name, modifiedBy }) => [name, modifiedBy])).toEqual([["Help", "Ada Brandt"], ["Shop", "Mara Lindqvist"]]);
  expect(await change(admin, id, { ...SHOP, overlayId: made.id, version: 1, enabled: false })).toMatchObject({ enabled: false, version: 2, modifiedBy: "Ada Brandt" });
  await runOperation(deleteOverlay, { resolved: await partner.at(id), input: { overlayId: made.id } });
  expect((await list(partner, id)).map(({ name }) => name)).toEqual(["Help"]);
  expect(await eventsOf(id, "chat-overlays.update")).toMatchObject([{ assetKind: "chat_overlay", assetName: "Shop", changes: [{ property: "enabled", before: true, after: false }] }]);
  expect(await eventsOf(id, "chat-overlays.delete")).toMatchObject([{ action: "Delete", assetId: made.id, actorName: "Mara Lindqvist" }]);
});

test("MICC-01 without MiCC there are no chat overlays, and what there were went with it", async () => {
  const { partner, id } = await place();
  await create(partner, id);
  await removeFrom(partner, id, "micc");
  expect(await database().prisma.chatOverlay.count({ where: { accountId: id } })).toBe(0);
  expect((await eventsOf(id, "integrations.remove")).find(({ action }) => action === "Delete")).toMatchObject({ details: { chatOverlays: 1 } });
  await expect(list(partner, id)).rejects.toMatchObject({ code: "not_found", message: "MiCC is not in use on this account." });
  await expect(create(partner, id)).rejects.toMatchObject({ code: "not_found" });
  await addTo(partner, id, "micc");
  expect(await list(partner, id)).toEqual([]);
});

test("nothing is added to a contact center that is being removed", async () => {
  const { partner, id } = await place();
  await beginRemoval(partner, id, "micc");
  await expect(create(partner, id)).rejects.toMatchObject({ code: "not_found" });
  expect(await database().prisma.chatOverlay.count({ where: { accountId: id } })).toBe(0);
});

test("a user may not, a stranger does not find the account, and a chat of another account is not found", async () => {
  const { partner, id, user } = await place();
  const elsewhere = await place();
  const made = await create(partner, id);
  await expect(list(user, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(create(user, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(list(elsewhere.admin, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(change(elsewhere.admin, elsewhere.id, { ...SHOP, overlayId: made.id, version: 1 })).rejects.toMatchObject({ code: "not_found", message: "The chat overlay was not found." });
  expect(await list(partner, id)).toMatchObject([{ version: 1 }]);
});

test("what a website can not show is refused at its field, and of two changes the second is told", async () => {
  const { partner, id, admin } = await place();
  const faults: [Partial<Record<keyof OverlayFields, unknown>>, string][] = [[{ name: " " }, "name"], [{ website: "shop" }, "website"], [{ website: "javascript:alert(1)" }, "website"], [{ heading: "" }, "heading"], [{ colour: "pink" }, "colour"]];
  for (const [fault, path] of faults) await expect(create(partner, id, { ...SHOP, ...fault })).rejects.toMatchObject({ code: "invalid", fields: [{ path }] });
  const { id: overlayId } = await create(partner, id);
  await change(admin, id, { ...SHOP, overlayId, version: 1, heading: "Ada's" });
  await expect(change(partner, id, { ...SHOP, overlayId, version: 1, heading: "Mara's" })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Ada Brandt changed this chat meanwhile") });
  expect(await list(partner, id)).toMatchObject([{ heading: "Ada's" }]);
});
