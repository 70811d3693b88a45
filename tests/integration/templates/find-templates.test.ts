import { beforeAll, describe, expect, test } from "vitest";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findServiceRoleChoices } from "#lib/service-roles/find-service-role-choices.ts";
import { findServiceRoles } from "#lib/service-roles/find-service-roles.ts";
import { addTemplate } from "#lib/templates/add-template.ts";
import { findTemplateChoices } from "#lib/templates/find-template-choices.ts";
import { findTemplates } from "#lib/templates/find-templates.ts";
import { getTemplate } from "#lib/templates/get-template.ts";
import type { TemplateView } from "#lib/templates/schemas.ts";
import { countQueries } from "#tests/builders/count-queries.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aCopy, anElement, defaultTemplate, giveRole, newFields, withFields } from "#tests/builders/templates.ts";

let partner: SignedIn;
let accountId: string;
let agents: TemplateView;

beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
  const resolved = await partner.at(accountId);
  agents = await aCopy(partner, accountId, await defaultTemplate(partner, accountId), "agents", { "user.department": "Sales", "client.userProfile": "Agents" });
  await runOperation(addTemplate, { resolved, input: newFields("Ärzte") });
  await runOperation(addTemplate, { resolved, input: withFields(newFields("Desk 100%"), { description: "Reception", "user.department": "Reception" }) });
  for (const lastName of ["Brandt", "Ortiz"]) await giveRole(accountId, (await aUser(partner, accountId, { lastName })).id, agents.id);
});

type Listing = { search?: string; kind?: string; sort?: string; size?: number; after?: string };
const find = async (input: Listing, person = partner) => runOperation(findTemplates, { resolved: await person.at(accountId), input });
const labels = async (input: Listing) => (await find(input)).items.map(({ label }) => label);

describe("the list of templates", () => {
  test("holds the default template and the custom ones, as people order names", async () => {
    const { items, total } = await find({});
    expect(total).toBe(4);
    expect(items.map(({ label, isDefault, primaryPhone, userCount }) => [label, isDefault, primaryPhone, userCount])).toEqual([
      ["agents", false, "SIP Softphone ACD", 2],
      ["Ärzte", false, "6930 IP", 0],
      ["Desk 100%", false, "6930 IP", 0],
      ["HotDesk SIP Softphone User", true, "SIP Softphone ACD", 0],
    ]);
    expect(items[0]).toMatchObject({ modifiedBy: "Mara Lindqvist", userCountIsExact: true, description: "Copy of HotDesk SIP Softphone User with a single phone" });
  });

  test("by kind, by part of label or description, by order and by page", async () => {
    expect(await labels({ kind: "default" })).toEqual(["HotDesk SIP Softphone User"]);
    expect(await labels({ kind: "custom" })).toHaveLength(3);
    expect(await labels({ search: "RECEPT" })).toEqual(["Desk 100%"]);
    expect(await labels({ search: "0%" })).toEqual(["Desk 100%"]);
    expect(await labels({ search: "_" })).toEqual([]);
    expect(await labels({ sort: "-modified" })).toEqual(["Desk 100%", "Ärzte", "agents", "HotDesk SIP Softphone User"]);
    const first = await find({ size: 3, sort: "-label" });
    const second = await find({ size: 3, sort: "-label", after: first.next! });
    expect([...first.items, ...second.items].map(({ label }) => label)).toEqual(["HotDesk SIP Softphone User", "Desk 100%", "Ärzte", "agents"]);
  });

  test("PERM-19 an account admin sees it, a user does not, and another account has its own", async () => {
    const admin = await aSignedInUser(partner, accountId, "account_admin");
    expect((await find({}, admin)).total).toBe(4);
    const user = await aSignedInUser(partner, accountId, "user");
    const resolved = await user.at(accountId);
    for (const operation of [findTemplates, findTemplateChoices, findServiceRoles, findServiceRoleChoices]) {
      await expect(runOperation(operation as typeof findTemplates, { resolved, input: {} }), operation.name).rejects.toMatchObject({ code: "forbidden" });
    }
    const other = await anAccount(partner, { name: "Harbor Clinic" });
    expect(await runOperation(findTemplates, { resolved: await partner.at(other.id), input: {} })).toMatchObject({ total: 1 });
  });
});

describe("the user roles", () => {
  const roles = async (input: { search?: string; sort?: string }) => (await runOperation(findServiceRoles, { resolved: await partner.at(accountId), input })).items;

  test("each points to one template and tells how many users have it", async () => {
    expect((await roles({})).map(({ name, templateLabel, templateIsDefault, userCount }) => [name, templateLabel, templateIsDefault, userCount])).toEqual([
      ["agents", "agents", false, 2],
      ["Ärzte", "Ärzte", false, 0],
      ["Desk 100%", "Desk 100%", false, 0],
      ["HotDesk SIP Softphone User", "HotDesk SIP Softphone User", true, 0],
    ]);
    expect((await roles({ search: "desk", sort: "-created" })).map(({ name }) => name)).toEqual(["Desk 100%", "HotDesk SIP Softphone User"]);
  });

  test("to choose from, with what they are for", async () => {
    const resolved = await partner.at(accountId);
    const { items } = await runOperation(findServiceRoleChoices, { resolved, input: {} });
    expect(items.map(({ name, primaryPhone }) => [name, primaryPhone])).toEqual([
      ["agents", "SIP Softphone ACD"],
      ["Ärzte", "6930 IP"],
      ["Desk 100%", "6930 IP"],
      ["HotDesk SIP Softphone User", "SIP Softphone ACD"],
    ]);
    expect((await runOperation(findServiceRoleChoices, { resolved, input: { search: "ärz" } })).items).toMatchObject([{ name: "Ärzte" }]);
  });
});

describe("what the fields offer", () => {
  test("the names of the account's MiVoice Business, what every system has, and what templates of this account use", async () => {
    await anElement(accountId, "mivb", "Local_68");
    await anElement(accountId, "mbg", "mbg-1");
    const choices = await runOperation(findTemplateChoices, { resolved: await partner.at(accountId), input: {} });
    expect(choices).toEqual({
      networkElements: ["Local_68"],
      secondaryElements: [],
      serviceCategories: ["Contact Center"],
      departments: ["Reception", "Sales"],
      locations: [],
      promptLanguages: ["System Default - English (United States)"],
      preferredSets: ["No Device"],
      deploymentProfiles: ["default", "Do Not Deploy"],
      featureProfiles: ["UCC (V4.0) Entry", "UCC (V4.0) Standard", "UCC (V4.0) Premium"],
      userProfiles: ["Default User Profile", "Agents"],
    });
    const other = await anAccount(partner, { name: "Northwind" });
    expect(await runOperation(findTemplateChoices, { resolved: await partner.at(other.id), input: {} })).toMatchObject({ networkElements: [], departments: [] });
  });
});

test("no list and no form takes more than two queries", async () => {
  const resolved = await partner.at(accountId);
  expect(await countQueries(() => runOperation(findTemplates, { resolved, input: { search: "a" } }))).toBeLessThanOrEqual(2);
  expect(await countQueries(() => runOperation(findServiceRoles, { resolved, input: {} }))).toBeLessThanOrEqual(2);
  const form = () => Promise.all([runOperation(getTemplate, { resolved, input: { templateId: agents.id } }), runOperation(findTemplateChoices, { resolved, input: {} })]);
  expect(await countQueries(form)).toBeLessThanOrEqual(2);
});
