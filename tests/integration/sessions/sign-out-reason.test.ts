/** A browser whose account was deactivated learns why it was signed out, and nobody else does. */
import { expect, test } from "vitest";
import { deactivateAccount, reactivateAccount } from "#lib/accounts/change-status.ts";
import { database } from "#lib/db/client.ts";
import { OPEN_OPERATIONS } from "#lib/operations/registry.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { getSignOutReason } from "#lib/sessions/get-sign-out-reason.ts";
import { signOut } from "#lib/sessions/sign-out.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { isSignedIn } from "#tests/builders/registered.ts";

const reasonOf = async (sessionToken: string) => (await runOperation(getSignOutReason, { resolved: NOBODY, input: { sessionToken } })).deactivatedAccount;

async function somebodyAtWork() {
  const partner = await aPartner();
  const account = await anAccount(partner, { name: "Harbor Clinic" });
  const change = async (operation: typeof deactivateAccount, word: string) => runOperation(operation, { resolved: await partner.at(account.id), input: { word } });
  return { partner, account, admin: await aSignedInUser(partner, account.id), deactivate: () => change(deactivateAccount, "deactivate"), reactivate: () => change(reactivateAccount, "reactivate") };
}

test("ACCT-14 who was signed in when the account was deactivated is signed out and told why", async () => {
  const { admin, deactivate } = await somebodyAtWork();
  expect(await reasonOf(admin.sessionToken)).toBeNull();
  await deactivate();
  expect(await isSignedIn(admin.sessionToken)).toBe(false);
  expect(await reasonOf(admin.sessionToken)).toBe("Harbor Clinic");
});

test("a stranger learns nothing, nor who had signed out before, nor the people of another account, nor the partner", async () => {
  const { partner, account, admin, deactivate } = await somebodyAtWork();
  const gone = await aSignedInUser(partner, account.id);
  await runOperation(signOut, { resolved: await gone.at(null), input: {} });
  const elsewhere = await somebodyAtWork();
  await deactivate();
  for (const token of ["", "made up", `${admin.sessionToken}x`, gone.sessionToken, elsewhere.admin.sessionToken, partner.sessionToken]) expect(await reasonOf(token), token).toBeNull();
  expect(OPEN_OPERATIONS.map(({ name }) => name)).not.toContain(getSignOutReason.name);
});

test("reactivation brings no session back, and there is nothing to tell any more", async () => {
  const { account, admin, deactivate, reactivate } = await somebodyAtWork();
  await deactivate();
  await reactivate();
  expect(await isSignedIn(admin.sessionToken)).toBe(false);
  expect(await reasonOf(admin.sessionToken)).toBeNull();
  expect(await database().prisma.session.count({ where: { accountId: account.id } })).toBe(0);
});
