import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findServiceRoles } from "#lib/service-roles/find-service-roles.ts";
import { addTemplate } from "#lib/templates/add-template.ts";
import { copyOf, NEW_TEMPLATE } from "#lib/templates/new-template.ts";
import type { TemplateView } from "#lib/templates/schemas.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aCopy, defaultTemplate, newFields, withFields } from "#tests/builders/templates.ts";

let partner: SignedIn;
let accountId: string;
let original: TemplateView;

beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
  original = await defaultTemplate(partner, accountId);
});

const add = async (values: object) => runOperation(addTemplate, { resolved: await partner.at(accountId), input: values });
const rolesNamed = (name: string) => database().prisma.serviceRole.findMany({ where: { accountId, name } });

/** Runs what must be refused, and holds that nothing was written. */
async function refused(attempt: () => Promise<unknown>): Promise<{ code: string; message: string; fields: { path: string }[] }> {
  const { prisma } = database();
  const count = () => Promise.all([prisma.template.count({ where: { accountId } }), prisma.serviceRole.count({ where: { accountId } }), prisma.event.count({ where: { accountId } })]);
  const before = await count();
  const error = await attempt().catch((thrown: unknown) => thrown);
  expect(await count()).toEqual(before);
  return error as { code: string; message: string; fields: { path: string }[] };
}

describe("a custom template", () => {
  test("ACDTPL-13 ACDTPL-15 is made as a copy, with every value and service of the original, or from nothing", async () => {
    const copy = await aCopy(partner, accountId, original, "Agents Nord");
    expect(copy.values).toEqual({ ...original.values, label: "Agents Nord", description: "Copy of HotDesk SIP Softphone User with a single phone" });
    expect(copy).toMatchObject({ isDefault: false, version: 1, modifiedBy: "Mara Lindqvist", userCount: 0 });
    expect(copy.id).not.toBe(original.id);

    const made = await add(newFields("Desk phones"));
    expect(made.values).toEqual(newFields("Desk phones"));
    expect((await defaultTemplate(partner, accountId)).values).toEqual(original.values);
  });

  test("ACDTPL-24 ACDROLE-01 ACDROLE-02 ACDROLE-03 saving it makes the role of exactly the same name, listed at once", async () => {
    const { id } = await add(newFields("Verkauf – Süd"));
    expect(await rolesNamed("Verkauf – Süd")).toMatchObject([{ templateId: id }]);
    const { items } = await runOperation(findServiceRoles, { resolved: await partner.at(accountId), input: { search: "verkauf" } });
    expect(items).toMatchObject([{ name: "Verkauf – Süd", templateId: id, templateLabel: "Verkauf – Süd", templateIsDefault: false, userCount: 0 }]);
  });

  test.each(["Night shift", "  Night shift ", "NIGHT SHIFT"])("ACDROLE-08 the label “%s” of a role that exists is refused", async (label) => {
    if ((await rolesNamed("Night shift")).length === 0) await add(newFields("Night shift"));
    const error = await refused(() => add(newFields(label)));
    expect(error).toMatchObject({ code: "conflict", message: "There is a role named “Night shift” already. Please choose another label.", fields: [{ path: "label" }] });
  });

  test("ACDROLE-08 the name of a role whose template is called otherwise is refused too", async () => {
    await database().prisma.serviceRole.create({ data: { accountId, id: newId(), name: "Supervisors", templateId: original.id } });
    expect(await refused(() => add(newFields("Supervisors")))).toMatchObject({ code: "conflict", fields: [{ path: "label" }] });
  });

  test("of people who save the same label at once, one succeeds, whatever its case", async () => {
    const labels = ["Weekend", "WEEKEND", "weekend", "Weekend"];
    const outcomes = await Promise.allSettled(labels.map((label) => add(newFields(label))));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
  });

  test("the same label is free in another account", async () => {
    await add(newFields("Front desk"));
    const other = await anAccount(partner, { name: "Harbor Clinic" });
    await expect(runOperation(addTemplate, { resolved: await partner.at(other.id), input: newFields("Front desk") })).resolves.toMatchObject({ values: { label: "Front desk" } });
  });

  test("an event tells what was filled in and the role", async () => {
    const copy = await aCopy(partner, accountId, original, "Told", { "user.department": "Sales" });
    const events = await database().prisma.event.findMany({ where: { accountId, assetId: copy.id } });
    expect(events).toMatchObject([{ operation: "templates.add", action: "Add", assetKind: "template", assetName: "Told", actorName: "Mara Lindqvist", details: { role: "Told", copiedFrom: "HotDesk SIP Softphone User" } }]);
    expect(events[0]!.changes).toContainEqual({ property: "user.department", before: null, after: "Sales" });
    expect(events[0]!.changes).toContainEqual({ property: "phones.primary.enableSipSoftphone", before: null, after: true });
  });
});

describe("what can not be saved is refused at its field", () => {
  test("ACDTPL-14 a copy begins without a label, and is not saved before it has one", async () => {
    const begun = copyOf(original.values);
    expect(begun).toMatchObject({ label: "", description: "Copy of HotDesk SIP Softphone User with a single phone" });
    expect(await refused(() => add(begun))).toMatchObject({ code: "invalid", message: "Enter a label.", fields: [{ path: "label" }] });
  });

  test("ACDTPL-21 the Other Phone without Derive DN", async () => {
    const other = { "phones.other.include": true, "phones.other.deviceType": "6930 IP" };
    const error = await refused(() => add(withFields(newFields("Other"), other)));
    expect(error).toMatchObject({ code: "invalid", fields: [{ path: "phones.other.deriveDn" }] });
    await expect(add(withFields(newFields("Other"), { ...other, "phones.other.deriveDn": true }))).resolves.toMatchObject({ values: { phones: { other: { deriveDn: true } } } });
  });

  test("ACDTPL-17 what the bundle and the feature profile do not offer", async () => {
    const entry = { "user.uccBundle": "UCC Entry User for Enterprise (V4.0)", includeConferencing: true };
    expect(await refused(() => add(withFields(newFields("Offer"), entry)))).toMatchObject({ code: "invalid", fields: [{ path: "includeConferencing" }] });
    await expect(add(withFields(newFields("Offer"), { ...entry, "user.uccBundle": "UCC Standard User for Enterprise (V4.0)" }))).resolves.toMatchObject({ values: { includeConferencing: true } });
  });

  test("several at once, and values of the wrong kind", async () => {
    const several = withFields(NEW_TEMPLATE, { label: "Several", "client.include": true });
    expect((await refused(() => add(several))).fields.map(({ path }) => path)).toEqual(["phones.primary.deviceType", "user.uccBundle", "client.featureProfile", "client.userProfile"]);
    expect(await refused(() => add(withFields(newFields("Zone"), { "phones.primary.zoneId": 0 })))).toMatchObject({ code: "invalid", fields: [{ path: "phones.primary.zoneId" }] });
    expect(await refused(() => add(withFields(newFields("Bundle"), { "user.uccBundle": "UCC Basic" })))).toMatchObject({ code: "invalid", fields: [{ path: "user.uccBundle" }] });
    expect(await refused(() => add({ label: "Half" }))).toMatchObject({ code: "invalid" });
  });

  test("a template of another account can not be copied", async () => {
    const foreign = await aPartner();
    const elsewhere = await anAccount(foreign, { name: "Elsewhere" });
    const theirs = await defaultTemplate(foreign, elsewhere.id);
    const error = await refused(() => add({ ...newFields("Taken"), copiedFrom: theirs.id }));
    expect(error).toMatchObject({ code: "not_found", message: "The template was not found." });
  });
});

describe("who may", () => {
  test("PERM-20 an account admin adds templates to the own account, a user does not", async () => {
    const admin = await aSignedInUser(partner, accountId, "account_admin");
    await expect(runOperation(addTemplate, { resolved: await admin.at(accountId), input: newFields("By the admin") })).resolves.toMatchObject({ values: { label: "By the admin" } });
    const user = await aSignedInUser(partner, accountId, "user");
    const denied = await user.at(accountId);
    expect(await refused(() => runOperation(addTemplate, { resolved: denied, input: newFields("By a user") }))).toMatchObject({ code: "forbidden" });
  });

  test("for another partner the account does not exist", async () => {
    const foreign = await aPartner();
    const attempt = runOperation(addTemplate, { resolved: await foreign.at(accountId), input: newFields("Foreign") });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("a repeated request with the same idempotency key adds one template and gets the same answer", async () => {
    const call = { resolved: await partner.at(accountId), input: newFields("Once"), idempotencyKey: "one" };
    const first = await runOperation(addTemplate, call);
    expect(await runOperation(addTemplate, call)).toEqual(first);
    expect(await rolesNamed("Once")).toHaveLength(1);
  });
});
