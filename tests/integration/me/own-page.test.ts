import { expect, test } from "vitest";
import { settings } from "#lib/config/settings.ts";
import { seal } from "#lib/crypto/seal.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { getDeploymentPin, getHome } from "#lib/me/get-home.ts";
import { getMe } from "#lib/me/get-me.ts";
import { findPreferences, setPreference } from "#lib/me/preferences.ts";
import { updateMe } from "#lib/me/update-me.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anElement } from "#tests/builders/attention.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

async function someone(role: "user" | "account_admin" = "user") {
  const partner = await aPartner();
  const account = await anAccount(partner);
  return { partner, account, person: await aSignedInUser(partner, account.id, role) };
}

const homeOf = async (person: SignedIn) => runOperation(getHome, { resolved: await person.at(null), input: {} });
const pinOf = async (person: SignedIn, elementId: string) => runOperation(getDeploymentPin, { resolved: await person.at(null), input: { elementId } });

async function aDeployment(accountId: string, userId: string): Promise<string> {
  const elementId = await anElement(accountId, { kind: "micollab" });
  const sealed = (text: string, purpose: string) => seal(text, Buffer.from(settings().SEAL_KEY, "base64"), purpose);
  await database().prisma.deployment.create({
    data: {
      accountId,
      userId,
      elementId,
      userName: "brandta",
      profile: "Default",
      linkSealed: sealed("https://micollab.example/d/abc", "deployment link"),
      pinSealed: sealed("4711", "deployment pin"),
      deployedAt: new Date("2026-11-20T08:00:00Z"),
    },
  });
  return elementId;
}

test("tells who is signed in and what they may do", async () => {
  const { account, person } = await someone("account_admin");
  const me = await runOperation(getMe, { resolved: await person.at(null), input: {} });
  expect(me).toMatchObject({ userId: person.user.id, name: "Ada Brandt", role: "account_admin", accountId: account.id, accountName: account.name, method: "password" });
  expect(me.permissions).toContain("users.add");
  expect(me.permissions).not.toContain("accounts.view");
});

test("a person without services has an empty page, not an error", async () => {
  const { person } = await someone();
  expect(await homeOf(person)).toEqual({ services: "none", phones: [], client: null, deployments: [], agents: [] });
});

test("shows a person's numbers with what stands behind them, the client and the agent, and nobody else's", async () => {
  const { partner, account, person } = await someone();
  const colleague = await aSignedInUser(partner, account.id, "user");
  const elementId = newId();
  const service = (userId: string, kind: string, key: string, attributes: object) => ({ accountId: account.id, userId, elementId, kind, key, attributes });
  const phone = { isPrimary: false, serviceLabel: "", deviceType: null, didServiceNumber: null, hotDeskingUser: false, enableSipSoftphone: false };
  await database().prisma.service.createMany({
    data: [
      service(person.user.id, "mivb.phone", "2301", { ...phone, number: "2301", deviceType: "6940 SIP", serviceLabel: "Desk" }),
      service(person.user.id, "mivb.phone", "2201", { ...phone, number: "2201", isPrimary: true, hotDeskingUser: true, enableSipSoftphone: true, serviceLabel: "Agent", didServiceNumber: "+49401234" }),
      service(person.user.id, "mivb.voicemail", "2201", { number: "2201" }),
      service(person.user.id, "mbg.teleworker_set", "brandta-2201", { sipUserName: "brandta-2201", number: "2201", description: "" }),
      service(person.user.id, "micollab.client_account", "brandta", { userName: "brandta", deskPhoneExtension: null, softPhoneExtension: "2201" }),
      service(person.user.id, "micc.agent", "2201", { agentNumber: "2201", loginId: "brandta", skillGroups: ["Sales"] }),
      service(colleague.user.id, "mivb.phone", "2999", { ...phone, number: "2999" }),
    ],
  });
  expect(await homeOf(person)).toMatchObject({
    phones: [
      { number: "2201", isPrimary: true, device: "softphone", directNumber: "+49401234", voicemail: true, teleworker: true },
      { number: "2301", isPrimary: false, device: "phone", deviceType: "6940 SIP", voicemail: false, teleworker: false },
    ],
    client: { userName: "brandta", deskPhone: "", softPhone: "2201" },
    agents: [{ agentNumber: "2201", skillGroups: ["Sales"] }],
  });
  expect((await homeOf(colleague)).phones).toMatchObject([{ number: "2999" }]);
});

test("the deployment comes with its link, and the PIN only when it is asked for, by its person alone", async () => {
  const { partner, account, person } = await someone();
  const elementId = await aDeployment(account.id, person.user.id);
  const home = await homeOf(person);
  expect(home.deployments).toEqual([{ elementId, link: "https://micollab.example/d/abc", profile: "Default", deployedAt: "2026-11-20T08:00:00.000Z" }]);
  expect(JSON.stringify(home)).not.toContain("4711");
  expect(await pinOf(person, elementId)).toEqual({ pin: "4711" });
  const admin = await aSignedInUser(partner, account.id, "account_admin");
  await expect(pinOf(admin, elementId)).rejects.toMatchObject({ code: "not_found" });
  expect((await homeOf(admin)).deployments).toEqual([]);
});

test("a person chooses a language that exists, with an event, and does not stand in the way of an administrator's edit", async () => {
  const { account, person } = await someone();
  const choose = async (language: string) => runOperation(updateMe, { resolved: await person.at(null), input: { language } });
  await expect(choose("tlh")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "language" }] });
  await database().prisma.account.update({ where: { id: account.id }, data: { defaultLanguage: "de" } });
  expect(await choose("en-US")).toEqual({ language: "en-US" });
  expect((await person.at(null)).actor).toMatchObject({ language: "en-US" });
  expect(await database().prisma.user.findUnique({ where: { accountId_id: { accountId: account.id, id: person.user.id } } })).toMatchObject({ version: person.user.version });
  expect(await eventsOf(account.id, "me.update")).toMatchObject([{ action: "Edit", changes: [{ property: "language", before: "de", after: "en-US" }] }]);
});

test("how somebody likes a page is kept for that person", async () => {
  const { partner, account, person } = await someone();
  const colleague = await aSignedInUser(partner, account.id, "user");
  const keep = async (key: string, value: unknown) => runOperation(setPreference, { resolved: await person.at(null), input: { key, value } });
  await keep("list.users", { size: 100 });
  await keep("list.users", { size: 25 });
  const kept = async (someBody: SignedIn) => (await runOperation(findPreferences, { resolved: await someBody.at(null), input: {} })).preferences;
  expect(await kept(person)).toEqual({ "list.users": { size: 25 } });
  expect(await kept(colleague)).toEqual({});
  await expect(keep("Not a key", 1)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "key" }] });
  await expect(keep("list.users", "x".repeat(9_000))).rejects.toMatchObject({ code: "invalid", fields: [{ path: "value" }] });
});
