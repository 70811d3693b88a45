/** Getting into an application from the portal, and out of it again. */
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerIntrospection, answerTicket } from "#lib/applications/application-door.ts";
import { findOwnApplications } from "#lib/applications/find-applications.ts";
import { openApplication } from "#lib/applications/open-application.ts";
import { signTicket } from "#lib/applications/ticket.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { switchOn } from "#lib/integrations/update-integration.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { enter, startApplications, STUDIO_SECRET, ticketFor, visit } from "#tests/builders/applications.ts";
import type { Applications } from "#tests/builders/applications.ts";
import { addTo, entryIn, removeFrom } from "#tests/builders/integrations.ts";
import { aLicensedAccount } from "#tests/builders/licenses.ts";
import { SKU } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

const STUDIO = "mitel_workflow_studio";
let applications: Applications;
let partner: SignedIn;
let id = "";
let user: Awaited<ReturnType<typeof aSignedInUser>>;

beforeAll(async () => void (applications = await startApplications()));
afterAll(() => applications.close());
beforeEach(async () => {
  partner = await aPartner();
  ({ id } = await anAccount(partner));
  user = await aSignedInUser(partner, id, "user");
});

async function enableStudio(): Promise<void> {
  await addTo(partner, id, STUDIO);
  const { version } = await entryIn(partner, id, STUDIO);
  await runOperation(switchOn, { resolved: await partner.at(id), input: { key: STUDIO, version } });
}
async function launcherOf(person: SignedIn): Promise<string[]> {
  return (await runOperation(findOwnApplications, { resolved: await person.at(null), input: {} })).items.map(({ name }) => name);
}
function ask(path: "token" | "introspect", fields: Record<string, string>, secret = STUDIO_SECRET, application = STUDIO): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${application}:${secret}`).toString("base64")}`;
  const request = new Request(`http://portal.example/api/v1/applications/${path}`, { method: "POST", headers: { authorization, "x-forwarded-for": newId() }, body: new URLSearchParams(fields) });
  return path === "token" ? answerTicket(request) : answerIntrospection(request);
}

test("WFS-14 WFS-18 the launcher of every user of the account has Workflow Studio while it is on, and of nobody else", async () => {
  const admin = await aSignedInUser(partner, id, "account_admin");
  const stranger = await aSignedInUser(partner, (await anAccount(partner, { name: "Harbor Clinic" })).id, "user");
  await addTo(partner, id, STUDIO);
  expect(await launcherOf(user), "added, and not switched on").toEqual([]);
  await removeFrom(partner, id, STUDIO);
  await enableStudio();
  expect([await launcherOf(user), await launcherOf(admin), await launcherOf(stranger), await launcherOf(partner)]).toEqual([["Mitel Workflow Studio"], ["Mitel Workflow Studio"], [], []]);
  await removeFrom(partner, id, STUDIO);
  expect([await launcherOf(user), await launcherOf(admin)]).toEqual([[], []]);
});

test("WFS-15 a user opens the application, which knows who they are, and the history has it", async () => {
  await enableStudio();
  const { status, text } = await (await visit(user, STUDIO)).page();
  expect(status).toBe(200);
  expect(text).toContain("Ada Brandt, Ballad Industries");
  expect(await eventsOf(id, "me.open-application")).toMatchObject([{ action: "Sign in", assetKind: "user", assetId: user.user.id, details: { method: "application", application: "Mitel Workflow Studio" } }]);
});

test("WFS-15 a ticket lets in once, also when two come with it at once", async () => {
  await enableStudio();
  const address = await ticketFor(user, STUDIO);
  const both = await Promise.all([enter(address), enter(address)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 403]);
  expect(await enter(address)).toMatchObject({ status: 403, text: expect.stringContaining("The portal did not let you in") });
});

test("WFS-15 a ticket that is old, altered, made by somebody else or for another application lets nobody in", async () => {
  await enableStudio();
  const launch = (ticket: string) => enter(`${applications.url[STUDIO]}/launch?${new URLSearchParams({ ticket })}`);
  const of = { issuer: "http://127.0.0.1:3000", application: STUDIO, userId: user.user.id, id: newId(), now: new Date() } as const;
  const good = new URL(await ticketFor(user, STUDIO)).searchParams.get("ticket")!;
  const [header, claims, signature] = good.split(".") as [string, string, string];
  const unsigned = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
  expect((await launch(await signTicket({ ...of, now: new Date(Date.now() - 120_000) }, STUDIO_SECRET))).text).toContain("opened too late");
  expect((await launch(await signTicket({ ...of, application: "miteam_meetings" }, STUDIO_SECRET))).status).toBe(403);
  for (const ticket of ["", "x.y.z", `${unsigned}.${claims}.`, `${header}.${claims}.${signature.slice(1)}`, await signTicket(of, "another secret that is long enough")]) expect((await launch(ticket)).status, ticket).toBe(403);
  // Signed as it should be, and yet none that the portal has given.
  expect((await launch(await signTicket(of, STUDIO_SECRET))).status).toBe(403);
  // Nor does the portal take what only looks right to itself.
  const body = `${header}.${claims}`;
  const forged = `${body}.${createHmac("sha256", "another secret that is long enough").update(body).digest("base64url")}`;
  expect(await (await ask("token", { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: forged })).json()).toMatchObject({ error: "invalid_grant" });
  expect((await launch(good)).status, "and the good one was not used up by all that").toBe(303);
});

test("WFS-19 without the integration nobody gets in: not from the portal, not by the address, not with a ticket or a visit from before", async () => {
  const direct = () => fetch(`${applications.url[STUDIO]}/app`, { redirect: "manual" });
  expect((await direct()).status).toBe(403);
  await expect(ticketFor(user, STUDIO)).rejects.toMatchObject({ code: "not_found", message: "Mitel Workflow Studio is not enabled for your account." });
  await enableStudio();
  const inside = await visit(user, STUDIO);
  const unused = await ticketFor(user, STUDIO);
  expect((await inside.page()).status).toBe(200);
  await removeFrom(partner, id, STUDIO);
  expect(await inside.page()).toMatchObject({ status: 403, text: expect.stringContaining("You have no access to Mitel Workflow Studio any more.") });
  expect((await inside.post("/app/executions", { flow: "Late", tier: "essential" })).status).not.toBe(303);
  expect((await enter(unused)).status).toBe(403);
  expect((await direct()).status).toBe(403);
  await expect(ticketFor(user, STUDIO)).rejects.toMatchObject({ code: "not_found" });
  await enableStudio();
  expect((await (await visit(user, STUDIO)).page()).status).toBe(200);
});

test("a visit ends with its hour, its user and its account", async () => {
  await enableStudio();
  const { prisma } = database();
  const isIn = async (end: () => Promise<unknown>, back: () => Promise<unknown>) => {
    const inside = await visit(user, STUDIO);
    await end();
    const { status } = await inside.page();
    await back();
    return status;
  };
  const key = { accountId_id: { accountId: id, id: user.user.id } };
  expect(await isIn(() => prisma.user.update({ where: key, data: { disabledAt: new Date() } }), () => prisma.user.update({ where: key, data: { disabledAt: null } }))).toBe(403);
  expect(await isIn(() => prisma.account.update({ where: { id }, data: { status: "deactivated" } }), () => prisma.account.update({ where: { id }, data: { status: "active" } }))).toBe(403);
  expect(await isIn(() => prisma.applicationVisit.updateMany({ data: { expiresAt: new Date(0) } }), () => Promise.resolve())).toBe(403);
  // What has run out is cleared away when the next one begins.
  await ticketFor(user, STUDIO);
  expect(await prisma.applicationVisit.count({ where: { accountId: id, expiresAt: { lt: new Date() } } })).toBe(0);
});

test("while the portal can not be asked nobody is shown anything, and the visit goes on afterwards", async () => {
  await enableStudio();
  const inside = await visit(user, STUDIO);
  applications.cutPortal(true);
  expect(await inside.page()).toMatchObject({ status: 502, text: expect.stringContaining("can not be checked at the moment") });
  applications.cutPortal(false);
  expect((await inside.page()).status).toBe(200);
});

test("only an application that knows its secret may ask, and only about its own tokens", async () => {
  for (const [secret, application] of [["wrong", STUDIO], [STUDIO_SECRET, "miteam_meetings"], [STUDIO_SECRET, "nobody"]] as const) {
    const answer = await ask("introspect", { token: "x" }, secret, application);
    expect([answer.status, await answer.json()]).toMatchObject([401, { error: "invalid_client" }]);
  }
  expect(await (await ask("introspect", { token: "x" })).json()).toEqual({ active: false });
  expect(await (await ask("token", { grant_type: "password" })).json()).toMatchObject({ error: "unsupported_grant_type" });
});

test("MEET-02 who has a license uses MiTeam Meetings, who has none can not, and who loses it is out", async () => {
  const place = await aLicensedAccount([{ sku: SKU.meetings, quantity: 1 }]);
  await addTo(place.partner, place.accountId, "miteam_meetings");
  const [licensed, other] = [await aSignedInUser(place.partner, place.accountId, "user"), await aSignedInUser(place.partner, place.accountId, "user")];
  await place.set(licensed.user.id, "miteam_meetings", "meetings");
  expect([await launcherOf(licensed), await launcherOf(other)]).toEqual([["MiTeam Meetings"], []]);
  await expect(runOperation(openApplication, { resolved: await other.at(null), input: { key: "miteam_meetings" } })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("You have no MiTeam Meetings license.") });
  const inside = await visit(licensed, "miteam_meetings");
  expect((await inside.post("/app/meetings", { title: "Weekly" })).status).toBe(303);
  expect((await inside.page()).text).toContain("<td>Weekly</td>");
  expect(await applications.control("miteam_meetings", "GET", "/_state")).toMatchObject({ meetings: [{ title: "Weekly", hostId: licensed.user.id, accountId: place.accountId }] });
  await database().prisma.license.deleteMany({ where: { accountId: place.accountId, userId: licensed.user.id } });
  expect((await inside.page()).status).toBe(403);
  expect(await launcherOf(licensed)).toEqual([]);
});
