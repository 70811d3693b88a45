import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTemplate } from "#lib/templates/add-template.ts";
import { deleteTemplate } from "#lib/templates/delete-template.ts";
import type { TemplateView } from "#lib/templates/schemas.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { defaultTemplate, giveRole, newFields } from "#tests/builders/templates.ts";

let partner: SignedIn;
let accountId: string;

beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
});

const added = async (label: string): Promise<TemplateView> => runOperation(addTemplate, { resolved: await partner.at(accountId), input: newFields(label) });
const remove = async (templateId: string, person = partner) => runOperation(deleteTemplate, { resolved: await person.at(accountId), input: { templateId } });

/** How many rows are left of a template and its roles. */
async function left(templateId: string): Promise<{ templates: number; roles: number; events: number }> {
  const { prisma } = database();
  const [templates, roles, events] = await Promise.all([
    prisma.template.count({ where: { accountId, id: templateId } }),
    prisma.serviceRole.count({ where: { accountId, templateId } }),
    prisma.event.count({ where: { accountId, assetId: templateId, operation: "templates.delete" } }),
  ]);
  return { templates, roles, events };
}

const UNTOUCHED = { templates: 1, roles: 1, events: 0 };

async function aPlan(templateId: string, status: string): Promise<string> {
  const id = newId();
  await database().prisma.provisioningPlan.create({
    data: { accountId, id, purpose: "assign", status, title: "Agents", templateId, request: {}, createdById: newId(), createdByAccountId: accountId, createdByName: "Jamal Reyes" },
  });
  return id;
}

describe("deleting a template", () => {
  test("PERM-23 an account admin deletes it with its role, and an event is left", async () => {
    const template = await added("Agents");
    await remove(template.id, await aSignedInUser(partner, accountId, "account_admin"));
    expect(await left(template.id)).toEqual({ templates: 0, roles: 0, events: 1 });
    await expect(added("Agents")).resolves.toMatchObject({ values: { label: "Agents" } });
  });

  test("is refused while users have its role, with how many", async () => {
    const template = await added("In use");
    for (const lastName of ["Brandt", "Ortiz"]) await giveRole(accountId, (await aUser(partner, accountId, { lastName })).id, template.id);
    await expect(remove(template.id)).rejects.toMatchObject({ code: "conflict", message: "2 users have the role “In use” of this template. Give them another role, or remove their services, first." });
    expect(await left(template.id)).toEqual(UNTOUCHED);
  });

  test("is refused while a plan that gives it is not finished; afterwards it is not", async () => {
    const template = await added("Planned");
    const plan = await aPlan(template.id, "ready");
    await expect(remove(template.id)).rejects.toMatchObject({ code: "conflict", message: "A plan of Jamal Reyes gives this template to users and is not finished. Apply or cancel it first." });
    expect(await left(template.id)).toEqual(UNTOUCHED);
    await database().prisma.provisioningPlan.update({ where: { accountId_id: { accountId, id: plan } }, data: { status: "cancelled" } });
    await remove(template.id);
    expect(await left(template.id)).toEqual({ templates: 0, roles: 0, events: 1 });
  });

  test("whoever is given the role at the same moment does not lose it", async () => {
    const template = await added("Raced");
    const user = await aUser(partner, accountId);
    const role = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId, templateId: template.id } });
    const client = await database().pool.connect();
    await client.query("begin");
    await client.query("update users set service_role_id = $1 where account_id = $2 and id = $3", [role.id, accountId, user.id]);
    const removing = remove(template.id);
    const refused = expect(removing).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("1 user has the role “Raced”") });
    await waitUntilBlocked();
    await client.query("commit");
    client.release();
    await refused;
    expect(await left(template.id)).toEqual(UNTOUCHED);
  });

  test("the default template can not be deleted", async () => {
    const { id } = await defaultTemplate(partner, accountId);
    await expect(remove(id)).rejects.toMatchObject({ code: "forbidden", message: "The default template can not be deleted." });
    expect(await left(id)).toEqual(UNTOUCHED);
  });

  test("a user may not, another partner finds nothing, and a template of another account is not there", async () => {
    const template = await added("Guarded");
    await expect(remove(template.id, await aSignedInUser(partner, accountId, "user"))).rejects.toMatchObject({ code: "forbidden" });
    const foreign = await aPartner();
    await expect(remove(template.id, foreign)).rejects.toMatchObject({ code: "not_found" });
    const own = await anAccount(foreign, { name: "Elsewhere" });
    const attempt = runOperation(deleteTemplate, { resolved: await foreign.at(own.id), input: { templateId: template.id } });
    await expect(attempt).rejects.toMatchObject({ code: "not_found", message: "The template was not found." });
    expect(await left(template.id)).toEqual(UNTOUCHED);
  });
});

/** Until some statement of this database waits for a lock. */
async function waitUntilBlocked(): Promise<void> {
  for (;;) {
    const { rows } = await database().pool.query<{ waiting: number }>("select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    if (rows[0]!.waiting > 0) return;
  }
}
