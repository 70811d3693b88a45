import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { standardGrants } from "#lib/permissions/grants.ts";
import { addRole } from "#lib/roles/add-role.ts";
import { assignRole, unassignRole } from "#lib/roles/assign-role.ts";
import { deleteRole } from "#lib/roles/delete-role.ts";
import { exportRoles } from "#lib/roles/export-roles.ts";
import { findAccountRoles, findRoleChoices } from "#lib/roles/find-account-roles.ts";
import { findRoleAccounts } from "#lib/roles/find-role-accounts.ts";
import { findRoles } from "#lib/roles/find-roles.ts";
import { getRole } from "#lib/roles/get-role.ts";
import { updateRole } from "#lib/roles/update-role.ts";
import { textOf } from "#tests/builders/events.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import { aManager, aRole, anAdminWith, giveRole } from "#tests/builders/roles.ts";

let partner: Awaited<ReturnType<typeof aPartner>>;
let accountId: string;
let siblingId: string;

beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
  siblingId = (await anAccount(partner, { name: "Harbor Clinic" })).id;
});

const some = (...ids: string[]) => ({ mode: "some" as const, ids });
const lastEvents = (assetId: string) => database().prisma.event.findMany({ where: { assetId }, orderBy: { at: "desc" } });
const read = async (roleId: string) => runOperation(getRole, { resolved: await partner.at(null), input: { roleId } });

describe("making roles", () => {
  test("ROLE-01 ROLE-08 a partner makes a role from a base role by taking permissions away, and it is listed with its event", async () => {
    const grants = standardGrants("account_admin").filter((grant) => grant !== "users.delete");
    const role = await runOperation(addRole, { resolved: await partner.at(null), input: { name: "Helpdesk", description: "First line", base: "account_admin", grants } });
    expect(role).toMatchObject({ name: "Helpdesk", description: "First line", base: "account_admin", grants, accountCount: 0, userCount: 0 });
    const { items } = await runOperation(findRoles, { resolved: await partner.at(null), input: {} });
    expect(items.map(({ name }) => name)).toContain("Helpdesk");
    expect((await lastEvents(role.id))[0]).toMatchObject({ action: "Add", assetKind: "role", assetName: "Helpdesk", accountId: partner.accountId });
  });

  test("ROLE-09 a box that the base role has not is refused, and nothing is kept", async () => {
    const asked = { name: "Impossible", base: "account_admin", grants: ["accounts.delete"] };
    await expect(runOperation(addRole, { resolved: await partner.at(null), input: asked })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "grants" }] });
    expect(await database().prisma.customRole.count({ where: { name: "Impossible" } })).toBe(0);
  });

  test("a name is there once, whatever its case, and an empty one is refused at its field", async () => {
    await aRole(partner, "partner", [], [], "Night shift");
    await expect(runOperation(addRole, { resolved: await partner.at(null), input: { name: "NIGHT SHIFT", base: "partner", grants: [] } })).rejects.toMatchObject({ code: "conflict", fields: [{ path: "name" }] });
    await expect(runOperation(addRole, { resolved: await partner.at(null), input: { name: " ", base: "partner", grants: [] } })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "name" }] });
  });

  test("ROLE-35 ROLE-36 a duplicate has the base of its original, whatever is asked, and the original stays as it was", async () => {
    const original = await aRole(partner, "account_admin", ["users.view", "users.add"], [accountId]);
    const copy = await runOperation(addRole, { resolved: await partner.at(null), input: { name: `${original.name} (copy)`, base: "partner", grants: ["users.view"], duplicateOf: original.id } });
    expect(copy).toMatchObject({ base: "account_admin", grants: ["account.view", "users.view"], accountCount: 0 });
    expect(await read(original.id)).toEqual(original.version === 1 ? { ...original, accountCount: 1 } : original);
  });

  test("a role of another partner account does not exist", async () => {
    const role = await aRole(partner, "account_admin", []);
    const stranger = await (await aPartner()).at(null);
    const missing = { code: "not_found", message: "The role was not found." };
    await expect(runOperation(getRole, { resolved: stranger, input: { roleId: role.id } })).rejects.toMatchObject(missing);
    await expect(runOperation(updateRole, { resolved: stranger, input: { roleId: role.id, version: 1, name: "Mine" } })).rejects.toMatchObject(missing);
    await expect(runOperation(deleteRole, { resolved: stranger, input: { roleId: role.id, word: "delete" } })).rejects.toMatchObject(missing);
    await expect(runOperation(assignRole, { resolved: stranger, input: { roleId: role.id, accounts: some(accountId) } })).rejects.toMatchObject(missing);
  });

  test("two who change a role at once: the second is told who was first, and nothing is overwritten", async () => {
    const role = await aRole(partner, "account_admin", ["users.view"]);
    const resolved = await partner.at(null);
    await runOperation(updateRole, { resolved, input: { roleId: role.id, version: role.version, grants: ["users.view", "users.add"] } });
    await expect(runOperation(updateRole, { resolved, input: { roleId: role.id, version: role.version, grants: [] } })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Mara Lindqvist changed this role meanwhile") });
    expect((await read(role.id)).grants).toEqual(["account.view", "users.view", "users.add"]);
  });
});

test("long names in any script page as short ones do", async () => {
  const names = ["😀", "😁", "😂"].map((letter) => letter.repeat(49));
  const stranger = await aPartner();
  for (const name of names) await aRole(stranger, "partner", [], [], name);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: { items: { name: string }[]; next: string | null } = await runOperation(findRoles, { resolved: await stranger.at(null), input: { size: 1, ...(after && { after }) } });
    seen.push(...page.items.map(({ name }) => name));
    after = page.next;
  } while (after !== null);
  expect(seen.toSorted()).toEqual(names.toSorted());
  const strange = Buffer.from(JSON.stringify(["a\0b", "00000000-0000-7000-8000-000000000000"])).toString("base64url");
  await expect(runOperation(findRoles, { resolved: await stranger.at(null), input: { after: strange } })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "after" }] });
});

describe("assigning roles to accounts", () => {
  test("ROLE-04 ROLE-29 UROLE-06 a role is offered in the accounts it is assigned to, and in no other", async () => {
    const role = await aRole(partner, "account_admin", ["users.view"], [accountId]);
    const offered = async (place: string) => (await runOperation(findRoleChoices, { resolved: await partner.at(place), input: {} })).items.map(({ value }) => value);
    expect(await offered(accountId)).toEqual(expect.arrayContaining(["user", "account_admin", role.id]));
    expect(await offered(siblingId)).not.toContain(role.id);
    const stranger = await aUser(partner, siblingId);
    await expect(giveRole(partner, siblingId, stranger.id, role.id)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "role", message: "This role is not assigned to the account." }] });
  });

  test("ROLE-24 an account admin sees the roles of the own account only, without what happens in others", async () => {
    const role = await aRole(partner, "account_admin", ["users.view"], [accountId, siblingId]);
    await anAdminWith(partner, siblingId, role);
    const admin = await aSignedInUser(partner, accountId);
    const { items } = await runOperation(findAccountRoles, { resolved: await admin.at(accountId), input: {} });
    expect(items.find(({ id }) => id === role.id)).toMatchObject({ accountCount: 1, userCount: 0 });
    await expect(runOperation(findRoles, { resolved: await admin.at(null), input: {} })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("ROLE-30 a role of the type Partner goes to no customer account, and one of the type Account Admin not to the partner's", async () => {
    const ofPartner = await aRole(partner, "partner", ["users.view"]);
    const ofAdmin = await aRole(partner, "account_admin", ["users.view"]);
    const resolved = await partner.at(null);
    await expect(runOperation(assignRole, { resolved, input: { roleId: ofPartner.id, accounts: some(accountId) } })).rejects.toMatchObject({ code: "forbidden", message: "A role of the type Partner can not be assigned to a customer account." });
    await expect(runOperation(assignRole, { resolved, input: { roleId: ofAdmin.id, accounts: some(partner.accountId) } })).rejects.toMatchObject({ code: "forbidden" });
    const places = async (roleId: string) => (await runOperation(findRoleAccounts, { resolved, input: { roleId } })).items.map(({ id }) => id);
    expect(await places(ofPartner.id)).toEqual([partner.accountId]);
    expect(await places(ofAdmin.id)).toEqual(expect.arrayContaining([accountId, siblingId]));
    expect(await places(ofAdmin.id)).not.toContain(partner.accountId);
  });

  test("ROLE-31 OP1-61 a role that users hold is neither unassigned nor deleted, and the number of them is said", async () => {
    const role = await aRole(partner, "account_admin", ["users.view"], [accountId, siblingId]);
    const { user } = await anAdminWith(partner, accountId, role);
    const resolved = await partner.at(null);
    const held = { code: "conflict", message: expect.stringContaining(`1 user holds the role "${role.name}"`) };
    await expect(runOperation(unassignRole, { resolved, input: { roleId: role.id, accounts: some(accountId) } })).rejects.toMatchObject(held);
    await expect(runOperation(deleteRole, { resolved, input: { roleId: role.id, word: "delete" } })).rejects.toMatchObject(held);
    expect(await runOperation(unassignRole, { resolved, input: { roleId: role.id, accounts: some(siblingId) } })).toEqual({ changed: 1 });
    await aSignedInUser(partner, accountId);
    await giveRole(partner, accountId, user.id, "user");
    expect(await runOperation(unassignRole, { resolved, input: { roleId: role.id, accounts: some(accountId) } })).toEqual({ changed: 1 });
    expect(await read(role.id)).toMatchObject({ accountCount: 0, userCount: 0 });
  });

  test("ROLE-33 a role is deleted with its word only, and is then gone from the accounts", async () => {
    const role = await aRole(partner, "account_admin", ["users.view"], [accountId]);
    const resolved = await partner.at(null);
    await expect(runOperation(deleteRole, { resolved, input: { roleId: role.id, word: "Delete!" } })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "word" }] });
    await runOperation(deleteRole, { resolved, input: { roleId: role.id, word: "delete" } });
    await expect(read(role.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await database().prisma.roleAssignment.count({ where: { roleId: role.id } })).toBe(0);
    expect((await lastEvents(role.id))[0]).toMatchObject({ action: "Delete", assetName: role.name });
  });

  test("what was assigned, taken or deleted is told in every account that it changed, and in no other", async () => {
    const role = await aRole(partner, "account_admin", ["users.view"], [accountId]);
    const resolved = await partner.at(null);
    const told = async () => (await lastEvents(role.id)).filter(({ accountId: place }) => place !== partner.accountId).map((event) => `${event.action} ${event.accountId === accountId ? "own" : "sibling"}`);
    expect(await runOperation(assignRole, { resolved, input: { roleId: role.id, accounts: some(accountId, siblingId) } })).toEqual({ changed: 1 });
    expect((await told()).toSorted()).toEqual(["Assign own", "Assign sibling"]);
    await runOperation(unassignRole, { resolved, input: { roleId: role.id, accounts: some(siblingId) } });
    expect(await runOperation(unassignRole, { resolved, input: { roleId: role.id, accounts: some(siblingId) } })).toEqual({ changed: 0 });
    await runOperation(deleteRole, { resolved, input: { roleId: role.id, word: "delete" } });
    expect((await told()).toSorted()).toEqual(["Assign own", "Assign sibling", "Delete own", "Unassign sibling"]);
  });

  test("AMGR-08 an account manager is told of a role what it is in their accounts, and no more of why it can not go", async () => {
    const role = await aRole(partner, "account_admin", ["users.view"], [accountId, siblingId]);
    await anAdminWith(partner, siblingId, role);
    const manager = await aManager(partner, accountId);
    const resolved = await manager.at(null);
    const mine = { accountCount: 1, userCount: 0 };
    const { items } = await runOperation(findRoles, { resolved, input: { search: role.name } });
    expect(items.find(({ id }) => id === role.id)).toMatchObject(mine);
    expect(await runOperation(getRole, { resolved, input: { roleId: role.id } })).toMatchObject(mine);
    expect(await runOperation(updateRole, { resolved, input: { roleId: role.id, version: role.version, description: "Looks" } })).toMatchObject(mine);
    expect(await textOf(await runOperation(exportRoles, { resolved, input: { search: role.name, format: "csv", columns: "name,accounts,users" } }))).toContain(`${role.name},1,0`);
    await expect(runOperation(deleteRole, { resolved, input: { roleId: role.id, word: "delete" } })).rejects.toMatchObject({ code: "conflict", message: `The role "${role.name}" is in use outside of your accounts, so it can not be deleted. An administrator can do that.` });
    await expect(runOperation(updateRole, { resolved, input: { roleId: role.id, version: role.version + 1, grants: ["users.view", "users.add"] } })).rejects.toMatchObject({ code: "conflict", message: `The role "${role.name}" is in use outside of your accounts, so its permissions can not be changed. An administrator can do that.` });
    const own = await aRole(partner, "account_admin", ["users.view"], [accountId]);
    expect(await runOperation(updateRole, { resolved, input: { roleId: own.id, version: own.version, grants: ["users.view", "users.add"] } })).toMatchObject({ grants: expect.arrayContaining(["users.add"]) });
    await runOperation(deleteRole, { resolved, input: { roleId: own.id, word: "delete" } });
    expect(await read(role.id)).toMatchObject({ accountCount: 2, userCount: 1 });
  });

  test("all accounts that a search finds are assigned at once", async () => {
    const role = await aRole(partner, "account_admin", ["users.view"]);
    const resolved = await partner.at(null);
    expect(await runOperation(assignRole, { resolved, input: { roleId: role.id, accounts: { mode: "all", filter: { search: "harbor", assigned: "no" }, except: [] } } })).toEqual({ changed: 1 });
    const { items } = await runOperation(findRoleAccounts, { resolved, input: { roleId: role.id, assigned: "yes" } });
    expect(items.map(({ id }) => id)).toEqual([siblingId]);
  });
});
