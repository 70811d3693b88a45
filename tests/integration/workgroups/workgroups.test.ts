import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { grantsOf, standardGrants } from "#lib/permissions/grants.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { addWorkgroup, deleteWorkgroup, updateWorkgroup } from "#lib/workgroups/change-workgroups.ts";
import { findMemberChoices, findWorkgroups } from "#lib/workgroups/find-workgroups.ts";
import { addTo, removeFrom } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  await addTo(partner, id, "mitel_one_workgroups");
  return { partner, id, admin: await aSignedInUser(partner, id, "account_admin"), dana: await aUser(partner, id, { firstName: "Dana", lastName: "Ortiz" }) };
}

const add = async (person: SignedIn, id: string, input: object) => runOperation(addWorkgroup, { resolved: await person.at(id), input: { description: "", memberIds: [], ...input } });
const list = async (person: SignedIn, id: string) => (await runOperation(findWorkgroups, { resolved: await person.at(id), input: {} })).items;

test("WG-02 partner and account admin keep workgroups with users of the account, with events", async () => {
  const { partner, id, admin, dana } = await place();
  const made = await add(partner, id, { name: "Front desk", memberIds: [dana.id, dana.id] });
  expect(made).toMatchObject({ name: "Front desk", members: [{ id: dana.id, name: "Dana Ortiz" }] });
  const { items } = await runOperation(findMemberChoices, { resolved: await admin.at(id), input: { search: "ORT" } });
  expect(items.map(({ name }) => name)).toEqual(["Dana Ortiz"]);
  const changed = await runOperation(updateWorkgroup, { resolved: await admin.at(id), input: { workgroupId: made.id, version: 1, name: "Reception", description: "", memberIds: [admin.user.id] } });
  expect(changed).toMatchObject({ name: "Reception", members: [{ id: admin.user.id }], version: 2 });
  expect((await eventsOf(id, "workgroups.update"))[0]).toMatchObject({ changes: [{ property: "name", before: "Front desk", after: "Reception" }, { property: "members", before: ["Dana Ortiz"], after: ["Ada Brandt"] }] });
  await runOperation(deleteWorkgroup, { resolved: await partner.at(id), input: { workgroupId: made.id } });
  expect(await list(admin, id)).toEqual([]);
});

test("PERM-49 WG-02 without Customer Care / View the workgroups can not be reached, whatever else somebody may do", async () => {
  const { partner, id, admin } = await place();
  for (const [person, base] of [[partner, "partner"], [admin, "account_admin"]] as const) {
    const { actor, account } = await person.at(id);
    if (actor.kind !== "person") throw new Error("Nobody is signed in.");
    const resolved: Resolved = { account, actor: { ...actor, grants: grantsOf(base, standardGrants(base).filter((grant) => grant !== "customer_care.view")) } };
    for (const attempt of [() => runOperation(findWorkgroups, { resolved, input: {} }), () => runOperation(findMemberChoices, { resolved, input: {} }), () => runOperation(addWorkgroup, { resolved, input: { name: "X", description: "", memberIds: [] } })]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
  }
});

test("without Mitel One Workgroups there are none, and those there were went with it while their users stay", async () => {
  const { partner, id, dana } = await place();
  await add(partner, id, { name: "Front desk", memberIds: [dana.id] });
  await removeFrom(partner, id, "mitel_one_workgroups");
  expect(await database().prisma.workgroup.count({ where: { accountId: id } })).toBe(0);
  expect(await database().prisma.user.count({ where: { accountId: id, id: dana.id } })).toBe(1);
  await expect(list(partner, id)).rejects.toMatchObject({ code: "not_found" });
});

test("somebody of another account is no member, and one who is deleted is none any more", async () => {
  const { partner, id, dana } = await place();
  const elsewhere = await place();
  await expect(add(partner, id, { name: "Front desk", memberIds: [elsewhere.dana.id] })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "memberIds" }] });
  expect(await list(partner, id)).toEqual([]);
  await add(partner, id, { name: "Front desk", memberIds: [dana.id] });
  await runOperation(deleteUsers, { resolved: await partner.at(id), input: { selection: { mode: "some", ids: [dana.id] } } });
  expect(await list(partner, id)).toMatchObject([{ name: "Front desk", members: [] }]);
});

test("of two changes the second is told, and strangers and users are refused", async () => {
  const { partner, id, admin } = await place();
  const { id: workgroupId } = await add(partner, id, { name: "Front desk" });
  const rename = async (person: SignedIn, name: string) => runOperation(updateWorkgroup, { resolved: await person.at(id), input: { workgroupId, version: 1, name, description: "", memberIds: [] } });
  await rename(admin, "Reception");
  await expect(rename(partner, "Desk")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Ada Brandt changed this workgroup meanwhile") });
  await expect(list(await aSignedInUser(partner, id, "user"), id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(list(await aPartner(), id)).rejects.toMatchObject({ code: "not_found" });
});
