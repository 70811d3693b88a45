import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findServiceRoles } from "#lib/service-roles/find-service-roles.ts";
import { addTemplate } from "#lib/templates/add-template.ts";
import { getTemplate } from "#lib/templates/get-template.ts";
import type { TemplateView } from "#lib/templates/schemas.ts";
import { updateTemplate } from "#lib/templates/update-template.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { defaultTemplate, newFields, saveWith } from "#tests/builders/templates.ts";

let partner: SignedIn;
let accountId: string;

beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
});

const added = async (label: string): Promise<TemplateView> => runOperation(addTemplate, { resolved: await partner.at(accountId), input: newFields(label) });
const readAgain = async (templateId: string): Promise<TemplateView> => runOperation(getTemplate, { resolved: await partner.at(accountId), input: { templateId } });
const eventsOf = (assetId: string) => database().prisma.event.findMany({ where: { accountId, assetId, operation: "templates.update" } });

describe("changing a template", () => {
  test("PERM-21 an account admin changes it: the new values are there, with who and when, and an event names each field", async () => {
    const template = await added("Agents");
    const admin = await aSignedInUser(partner, accountId, "account_admin");
    const saved = await saveWith(admin, accountId, template, { description: "Night shift", "phones.primary.classOfService.night1": 7 });
    expect(saved).toMatchObject({ version: 2, modifiedBy: "Ada Brandt", values: { description: "Night shift", phones: { primary: { classOfService: { day: 1, night1: 7, night2: 1 } } } } });
    expect(await readAgain(template.id)).toEqual(saved);
    expect(await eventsOf(template.id)).toMatchObject([
      {
        action: "Edit",
        assetName: "Agents",
        changes: [
          { property: "description", before: "", after: "Night shift" },
          { property: "phones.primary.classOfService.night1", before: 1, after: 7 },
        ],
      },
    ]);
    const row = await database().prisma.template.findUniqueOrThrow({ where: { accountId_id: { accountId, id: template.id } } });
    expect(row).toMatchObject({ label: "Agents", description: "Night shift" });
  });

  test("nothing changed: no event and no new version", async () => {
    const template = await added("Unchanged");
    expect(await saveWith(partner, accountId, template, {})).toEqual(template);
    expect(await eventsOf(template.id)).toEqual([]);
  });

  test("renaming it renames its role, which users keep", async () => {
    const template = await added("Old name");
    await saveWith(partner, accountId, template, { label: "New name" });
    const { items } = await runOperation(findServiceRoles, { resolved: await partner.at(accountId), input: { search: "name" } });
    expect(items).toMatchObject([{ name: "New name", templateId: template.id, templateLabel: "New name" }]);
  });

  test("a change of case alone is no other role", async () => {
    const template = await added("front office");
    expect(await saveWith(partner, accountId, template, { label: "Front Office" })).toMatchObject({ values: { label: "Front Office" } });
  });

  test("ACDROLE-08 the label of another role is refused, and nothing is changed", async () => {
    const template = await added("First");
    await added("Second");
    await expect(saveWith(partner, accountId, template, { label: "second", description: "x" })).rejects.toMatchObject({ code: "conflict", fields: [{ path: "label" }] });
    expect(await readAgain(template.id)).toEqual(template);
  });

  test("the rules hold here as for a new one", async () => {
    const template = await added("Ruled");
    const refused = saveWith(partner, accountId, template, { "phones.other.include": true, "phones.other.deviceType": "6930 IP" });
    await expect(refused).rejects.toMatchObject({ code: "invalid", fields: [{ path: "phones.other.deriveDn" }] });
    expect(await readAgain(template.id)).toEqual(template);
  });
});

describe("two people at one template", () => {
  test("who saves second is told who was first, and nothing is overwritten", async () => {
    const template = await added("Shared");
    const admin = await aSignedInUser(partner, accountId, "account_admin");
    const first = await saveWith(admin, accountId, template, { description: "By the admin" });
    const second = saveWith(partner, accountId, template, { "user.department": "Sales" });
    await expect(second).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Ada Brandt changed this template meanwhile.") });
    expect(await readAgain(template.id)).toEqual(first);
  });

  test("of many who save the same version at once, one succeeds", async () => {
    const template = await added("Contested");
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((zone) => saveWith(partner, accountId, template, { "phones.primary.zoneId": zone + 1 })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await readAgain(template.id)).version).toBe(2);
    expect(await eventsOf(template.id)).toHaveLength(1);
  });

  test("two templates that take the same label at once: one keeps its own", async () => {
    const templates = await Promise.all(["North", "South", "East"].map(added));
    const outcomes = await Promise.allSettled(templates.map((template) => saveWith(partner, accountId, template, { label: "Everywhere" })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().prisma.serviceRole.count({ where: { accountId, name: "Everywhere" } })).toBe(1);
    expect(await database().prisma.template.count({ where: { accountId, label: "Everywhere" } })).toBe(1);
  });
});

describe("who may not", () => {
  test("a user of the account, another partner, and whoever names a template of another account", async () => {
    const template = await added("Guarded");
    const input = { ...newFields("Changed"), templateId: template.id, version: 1 };
    const user = await aSignedInUser(partner, accountId, "user");
    await expect(runOperation(updateTemplate, { resolved: await user.at(accountId), input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(runOperation(getTemplate, { resolved: await user.at(accountId), input: { templateId: template.id } })).rejects.toMatchObject({ code: "forbidden" });
    const foreign = await aPartner();
    await expect(runOperation(updateTemplate, { resolved: await foreign.at(accountId), input })).rejects.toMatchObject({ code: "not_found", message: "The account was not found." });
    const own = await anAccount(foreign, { name: "Elsewhere" });
    for (const operation of [updateTemplate, getTemplate]) {
      await expect(runOperation(operation as typeof updateTemplate, { resolved: await foreign.at(own.id), input })).rejects.toMatchObject({ code: "not_found", message: "The template was not found." });
    }
    expect(await readAgain(template.id)).toEqual(template);
    expect((await defaultTemplate(foreign, own.id)).version).toBe(1);
  });
});
