import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { standardGrants } from "#lib/permissions/grants.ts";
import { addRole } from "#lib/roles/add-role.ts";
import { getRole } from "#lib/roles/get-role.ts";
import { updateRole } from "#lib/roles/update-role.ts";
import { addUser } from "#lib/users/add-user.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import { aColleague, aManager, aRole, anAdminWith, giveRole } from "#tests/builders/roles.ts";

let partner: Awaited<ReturnType<typeof aPartner>>;
let accountId: string;
const NOT_ALLOWED = { code: "forbidden", message: "Your role does not allow this." };

beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
});

const some = (...ids: string[]) => ({ mode: "some" as const, ids });
const lastEvents = (assetId: string) => database().prisma.event.findMany({ where: { assetId }, orderBy: { at: "desc" } });
const read = async (roleId: string) => runOperation(getRole, { resolved: await partner.at(null), input: { roleId } });

describe("holding a role", () => {
  test("PERM-03 PERM-14 a change of a role holds from the holder's next click on", async () => {
    const role = await aRole(partner, "account_admin", ["users.view"], [accountId]);
    const admin = await anAdminWith(partner, accountId, role);
    const look = async () => runOperation(findUsers, { resolved: await admin.at(accountId), input: {} });
    await expect(look()).resolves.toMatchObject({ items: expect.any(Array) });
    await runOperation(updateRole, { resolved: await partner.at(null), input: { roleId: role.id, version: role.version, grants: [] } });
    await expect(look()).rejects.toMatchObject(NOT_ALLOWED);
  });

  test("PERM-27 UROLE-01 who may assign roles gives a user a custom role, and does nothing else to the user", async () => {
    const role = await aRole(partner, "account_admin", ["users.view", "roles.view", "roles.assign"], [accountId]);
    const giver = await anAdminWith(partner, accountId, role);
    const user = await aUser(partner, accountId);
    expect(await giveRole(giver, accountId, user.id, role.id)).toMatchObject({ role: "account_admin", customRoleId: role.id, customRole: role.name });
    expect((await lastEvents(user.id))[0]).toMatchObject({ action: "Edit", changes: [{ property: "role", before: "user", after: role.name }] });
    const { version } = await runOperation(updateUser, { resolved: await giver.at(accountId), input: { userId: user.id, version: 2, role: "user" } });
    await expect(runOperation(updateUser, { resolved: await giver.at(accountId), input: { userId: user.id, version, firstName: "Adela" } })).rejects.toMatchObject({ code: "forbidden", message: "Your role does not allow changing users." });
  });

  test("nobody gives a right that they do not hold: not to a user, not by making a role", async () => {
    const narrow = await aRole(partner, "account_admin", ["users.view", "users.add", "users.edit", "roles.view", "roles.assign"], [accountId]);
    const admin = await anAdminWith(partner, accountId, narrow);
    const user = await aUser(partner, accountId);
    const beyond = { code: "forbidden", message: expect.stringContaining("You can not give a permission that you do not have yourself") };
    await expect(giveRole(admin, accountId, user.id, "account_admin")).rejects.toMatchObject(beyond);
    await expect(runOperation(addUser, { resolved: await admin.at(accountId), input: { firstName: "New", lastName: "Boss", email: "boss@ballad.example", accountAdmin: true } })).rejects.toMatchObject(beyond);
    const colleague = await aColleague(partner, await aRole(partner, "partner", ["roles.view", "roles.add", "roles.edit"], [partner.accountId]));
    await expect(runOperation(addRole, { resolved: await colleague.at(null), input: { name: "Wider", base: "partner", grants: ["users.view", "users.delete"] } })).rejects.toMatchObject({ code: "forbidden", message: "You can not give a permission that you do not have yourself: Users / View." });
  });

  test("nobody widens their own role: neither by giving themselves another one nor by changing the one they hold", async () => {
    const own = await aRole(partner, "partner", ["roles.view", "roles.edit", "roles.assign", "users.view", "users.edit"], [partner.accountId]);
    const colleague = await aColleague(partner, own);
    await expect(giveRole(colleague, partner.accountId, colleague.userId, "partner")).rejects.toMatchObject({ code: "forbidden", message: "You can not change your own role." });
    await expect(runOperation(updateRole, { resolved: await colleague.at(null), input: { roleId: own.id, version: own.version, grants: standardGrants("partner") } })).rejects.toMatchObject({ code: "forbidden" });
    expect((await read(own.id)).grants).toEqual(own.grants);
  });

  test("who may less changes neither the role nor the address of who may more", async () => {
    const narrow = await aRole(partner, "account_admin", ["users.view", "users.edit", "roles.view", "roles.assign"], [accountId]);
    const admin = await anAdminWith(partner, accountId, narrow);
    const { user: boss } = await aSignedInUser(partner, accountId);
    const above = { code: "forbidden", message: "This user may do more than you, so you can not change their role or their address." };
    await expect(giveRole(admin, accountId, boss.id, "user")).rejects.toMatchObject(above);
    await expect(runOperation(updateUser, { resolved: await admin.at(accountId), input: { userId: boss.id, version: boss.version, email: "mine@ballad.example" } })).rejects.toMatchObject(above);
    expect(await runOperation(updateUser, { resolved: await admin.at(accountId), input: { userId: boss.id, version: boss.version, mobileNumber: "+49 170 1234567" } })).toMatchObject({ mobileNumber: "+49 170 1234567" });
  });

  test("OP1-74 who does not see every account, or holds a custom role, neither makes an unrestricted administrator nor decides over one", async () => {
    const everything = await aRole(partner, "partner", standardGrants("partner"), [partner.accountId]);
    const narrow = await aRole(partner, "partner", ["users.view"], [partner.accountId]);
    const boss = await aColleague(partner);
    const above = { code: "forbidden", message: "This user may do more than you, so you can not change their role or their address." };
    const [manager, limited] = [await aManager(partner, accountId), await aColleague(partner, everything)];
    for (const person of [manager, limited]) await expect(giveRole(person, partner.accountId, boss.userId, narrow.id)).rejects.toMatchObject(above);
    const restricted = await aColleague(partner, narrow);
    // They see every account, in which they would then do more.
    await expect(giveRole(manager, partner.accountId, restricted.userId, everything.id)).rejects.toMatchObject(above);
    await expect(giveRole(limited, partner.accountId, restricted.userId, "partner")).rejects.toMatchObject({ code: "forbidden", message: "Only an administrator without a custom role, who sees every account, can make another one." });
    expect(await giveRole(limited, partner.accountId, restricted.userId, everything.id)).toMatchObject({ customRole: everything.name });
    expect(await giveRole(partner, partner.accountId, boss.userId, narrow.id)).toMatchObject({ customRole: narrow.name });
    expect(await giveRole(partner, partner.accountId, boss.userId, "partner")).toMatchObject({ customRole: "" });
  });

  test("an admin whom the directory has made inactive is nobody to leave an account to", async () => {
    const { id } = await anAccount(partner, { name: "Ferry Lines" });
    const { user: last } = await aSignedInUser(partner, id);
    const { user: inactive } = await aSignedInUser(partner, id);
    const limited = await anAdminWith(partner, id, await aRole(partner, "account_admin", ["users.view", "users.delete"], [id]));
    await database().prisma.user.update({ where: { accountId_id: { accountId: id, id: inactive.id } }, data: { disabledAt: new Date() } });
    await expect(giveRole(partner, id, last.id, "user")).rejects.toMatchObject({ code: "invalid", message: "An account keeps at least one Account Admin with all permissions." });
    expect(await runOperation(deleteUsers, { resolved: await limited.at(id), input: { selection: some(last.id) } })).toMatchObject({ done: 0 });
    expect(await giveRole(partner, id, inactive.id, "user")).toMatchObject({ role: "user" });
  });

  test("the last full admin of an account keeps the role, and is not deleted by somebody of the account", async () => {
    const { id } = await anAccount(partner, { name: "Ferry Lines" });
    const { user: last } = await aSignedInUser(partner, id);
    const narrow = await aRole(partner, "account_admin", ["users.view", "users.edit", "users.delete"], [id]);
    const limited = await anAdminWith(partner, id, narrow);
    for (const role of ["user", narrow.id]) await expect(giveRole(partner, id, last.id, role)).rejects.toMatchObject({ code: "invalid", message: "An account keeps at least one Account Admin with all permissions." });
    const remove = async (who: typeof limited) => runOperation(deleteUsers, { resolved: await who.at(id), input: { selection: some(last.id) } });
    expect(await remove(limited)).toMatchObject({ done: 0, skipped: [{ reason: "The last Account Admin with all permissions. Your partner can delete this user." }] });
    await aSignedInUser(partner, id);
    expect(await remove(limited)).toMatchObject({ done: 1 });
  });

  test("two last admins who delete each other at once do not leave the account without one", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await anAccount(partner, { name: "Ferry Lines" });
      const admins = [await aSignedInUser(partner, id), await aSignedInUser(partner, id)] as const;
      // Both were let in before either did anything.
      const at = [await admins[0].at(id), await admins[1].at(id)] as const;
      const remove = (who: 0 | 1, whom: 0 | 1) => runOperation(deleteUsers, { resolved: at[who], input: { selection: some(admins[whom].user.id) } });
      const results = await Promise.all([remove(0, 1), remove(1, 0)]);
      expect(results.map(({ done }) => done).toSorted()).toEqual([0, 1]);
      expect(await database().prisma.user.count({ where: { accountId: id, role: "account_admin" } })).toBe(1);
    }
  });

  test("UROLE-05 a partner user is given a role of the type Partner, and then does only what it allows", async () => {
    const role = await aRole(partner, "partner", ["users.view"], [partner.accountId]);
    const colleague = await aColleague(partner);
    expect(await giveRole(partner, partner.accountId, colleague.userId, role.id)).toMatchObject({ role: "partner", customRole: role.name });
    await expect(runOperation(findUsers, { resolved: await colleague.at(accountId), input: {} })).resolves.toBeDefined();
    await expect(runOperation(addUser, { resolved: await colleague.at(accountId), input: { firstName: "A", lastName: "B", email: "a.b@ballad.example" } })).rejects.toMatchObject(NOT_ALLOWED);
  });
});
