/** The update notification of the gateway: admins learn what was changed of a user. */
import { beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { startMailServer } from "#tests/builders/mail-server.ts";
import type { MailServer } from "#tests/builders/mail-server.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";

let mails: MailServer;
beforeAll(async () => {
  mails = await startMailServer();
});

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const admins = [await aSignedInUser(partner, id, "account_admin"), await aSignedInUser(partner, id, "account_admin")];
  return { partner, id, admins, user: await aUser(partner, id, { firstName: "Tom", lastName: "Albrecht" }) };
}

const updatesTo = async (address: string) => (await mails.receivedBy(address)).filter(({ subject }) => subject.includes("was changed"));

test("USER-14 a change of a user is told to every account admin, by mail and bell, naming the user and the changed fields", async () => {
  const { partner, id, admins, user } = await place();
  await anIntegration(id, "cloudlink_gateway");
  await runOperation(updateUser, { resolved: await partner.at(id), input: { userId: user.id, version: user.version, lastName: "Roth", mobileNumber: "+4940555" } });
  await workOff(["mail.send"]);
  for (const { user: admin } of admins) {
    const [mail, ...more] = await updatesTo(admin.email);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe("Tom Albrecht was changed");
    expect(mail!.text).toContain("Mara Lindqvist changed Tom Albrecht, a user of Ballad Industries. Changed: Last name, Mobile number");
    expect(mail!.text).toContain(`/accounts/${id}/users/${user.id}`);
    expect(await database().prisma.notification.findMany({ where: { accountId: id, userId: admin.id } })).toMatchObject([
      { title: "Tom Albrecht was changed by Mara Lindqvist", body: "Changed: Last name, Mobile number", link: `/accounts/${id}/users/${user.id}` },
    ]);
  }
  expect(await updatesTo(user.email)).toEqual([]);
});

test("USER-14 nothing is told where nothing changed, where the change is refused, or without an onboarded gateway", async () => {
  const { partner, id, admins, user } = await place();
  const change = async (input: object) => runOperation(updateUser, { resolved: await partner.at(id), input: { userId: user.id, version: user.version, ...input } });
  await anIntegration(id, "cloudlink_gateway", { status: "incomplete" });
  await change({ firstName: "Thomas" });
  await anIntegration(id, "cloudlink_gateway");
  await change({ firstName: "Thomas", version: user.version + 1 });
  await expect(change({ email: admins[0]!.user.email, version: user.version + 1 })).rejects.toMatchObject({ code: "conflict" });
  await workOff(["mail.send"]);
  for (const { user: admin } of admins) expect(await updatesTo(admin.email)).toEqual([]);
  expect(await database().prisma.notification.count({ where: { accountId: id } })).toBe(0);
});
