import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { findNumberHolders } from "#lib/number-conflicts/find-number-holders.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const ada = await aUser(partner, id);
  const set = async (data: object) => void (await database().prisma.user.update({ where: { accountId_id: { accountId: id, id: ada.id } }, data }));
  return { partner, id, ada, set };
}

const search = async (person: SignedIn, id: string, number: string) => (await runOperation(findNumberHolders, { resolved: await person.at(id), input: { number } })).items;

test("CONFLICT-05 active and inactive users are found, and it is said which they are", async () => {
  const { partner, id, ada, set } = await place();
  await set({ extension: "2000" });
  expect(await search(partner, id, "2000")).toEqual([{ userId: ada.id, name: "Ada Brandt", status: "ACTIVE", username: ada.email, phone: "2000", kind: "extension" }]);
  await set({ disabledAt: new Date() });
  expect(await search(partner, id, "2000")).toMatchObject([{ status: "INACTIVE" }]);
});

test("CONFLICT-06 mobile numbers, extensions and the numbers of phones are searched, however they are written", async () => {
  const { partner, id, ada, set } = await place();
  await set({ mobileNumber: "+49 171 / 555-0199" });
  for (const number of ["+491715550199", "+49 (171) 5550199"]) expect(await search(partner, id, number)).toMatchObject([{ kind: "mobile", phone: "+49 171 / 555-0199" }]);
  await database().prisma.service.create({ data: { accountId: id, userId: ada.id, elementId: newId(), kind: "mivb.phone", key: "2201", number: "2201", attributes: {} } });
  expect(await search(partner, id, "2201")).toMatchObject([{ userId: ada.id, kind: "service", phone: "2201" }]);
  for (const part of ["220", "5550199", "22011"]) expect(await search(partner, id, part)).toEqual([]);
});

test("CONFLICT-07 deleted, the user no longer holds the number", async () => {
  const { partner, id, ada, set } = await place();
  await set({ extension: "2000" });
  await runOperation(deleteUsers, { resolved: await partner.at(id), input: { selection: { mode: "some", ids: [ada.id] } } });
  expect(await search(partner, id, "2000")).toEqual([]);
});

test("users of another account are not found, users may not search, and what is no number is refused", async () => {
  const { partner, id, set } = await place();
  await set({ extension: "2000" });
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  expect(await search(partner, sibling.id, "2000")).toEqual([]);
  await expect(search(await aSignedInUser(partner, id, "user"), id, "2000")).rejects.toMatchObject({ code: "forbidden" });
  await expect(search(await aPartner(), id, "2000")).rejects.toMatchObject({ code: "not_found" });
  for (const number of ["", "Ada", "+", "2000; drop"]) await expect(search(partner, id, number)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "number" }] });
});
