/** An account with a few rows in every list, among them values that a spreadsheet program would run. */
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { anElement } from "./attention.ts";
import { anIntegration } from "./integrations.ts";
import { manyUsers } from "./many-users.ts";
import { aBillingSystem, anOrder } from "./orders.ts";
import { anAccount, aPartner, aSignedInUser } from "./people.ts";
import { aRole } from "./roles.ts";
import { report } from "./support-logs.ts";
import { aCopy, defaultTemplate, giveRole } from "./templates.ts";

/** Each begins with another of the signs that begin a formula. */
export const FORMULAS = ["=1+1", "+1+1", "-2+3", "@SUM(A1)"];
/** A text that every formula's row has, so that a search finds those rows and no other. */
export const MARK = "night";

const NAMES = FORMULAS.map((formula) => `${formula} ${MARK}`);

/** Fills the lists of an account of a new partner: one row for each formula with the mark, and one that a filter leaves out. */
export async function rowsOfLists() {
  const partner = await aPartner({ name: "Mara Lindqvist" });
  const { id: accountId } = await anAccount(partner, { timeZone: "Europe/Berlin" });
  await anIntegration(accountId);
  const admin = await aSignedInUser(partner, accountId, "account_admin");
  const userIds = await manyUsers(accountId, [...NAMES, "Day"].map((name, index) => ({ name, email: `u${index}@ballad.example` })));
  const bulkJobId = await addRows(accountId, userIds);
  const customerIds: string[] = [];
  for (const name of [...NAMES, "Day"]) {
    const { id } = await anAccount(partner, { name });
    customerIds.push(id);
    if (name !== "Day") await database().prisma.account.update({ where: { id }, data: { status: "deactivated" } });
    await report(admin, accountId, { title: name, product: name === "Day" ? "MiCollab" : "Mitel One Web" });
  }
  for (const name of NAMES) await anAccount(partner, { name: `${name} shop` });
  const billing = await aBillingSystem(partner);
  for (const name of [...NAMES, "Day"]) await anOrder(partner, billing, { customerPoNumber: name });
  const roleIds: string[] = [];
  const managerIds: string[] = [];
  for (const name of [...NAMES, "Day"]) {
    roleIds.push((await aRole(partner, "account_admin", ["users.view"], [accountId], name)).id);
    const id = newId();
    managerIds.push(id);
    await database().prisma.user.create({ data: { accountId: partner.accountId, id, email: `${id}@partner.example`, name, role: "partner", origin: "miaccess", accountManager: true, modifiedBy: "MiAccess" } });
  }
  const original = await defaultTemplate(partner, accountId);
  for (const [index, label] of NAMES.entries()) {
    const { id } = await aCopy(partner, accountId, original, label, { description: `${label} shift` });
    if (index === 0) await giveRole(accountId, userIds[0]!, id);
  }
  const userId = managerIds.at(-1)!;
  await database().prisma.managedAccount.createMany({ data: customerIds.slice(0, NAMES.length).map((managedAccountId) => ({ accountId: partner.accountId, userId, managedAccountId })) });
  /** What the lists that belong to one thing belong to. */
  const things = { bulkJobId, planId: await addRuns(accountId, userIds), roleId: roleIds[0]!, managers: userId };
  return { partner, admin, accountId, userIds, things };
}

async function addRows(accountId: string, userIds: string[]): Promise<string> {
  const { prisma } = database();
  const createdBy = { createdById: userIds[0]!, createdByAccountId: accountId, createdByName: "Ada Brandt" };
  const bulkJobId = newId();
  await prisma.bulkJob.create({ data: { accountId, id: bulkJobId, kind: "delete_users", status: "completed", total: 5, userIds, position: 5, createdByOrigin: "session", ...createdBy } });
  const elementId = await anElement(accountId, { name: "mivb-1" });
  const other = await anElement(accountId, { kind: "mbg" });
  for (const [index, name] of [...NAMES, "Day"].entries()) {
    const isDay = name === "Day";
    const at = new Date(Date.UTC(2026, 9, 25, 0, index * 30));
    const id = newId();
    await prisma.bulkJobResult.create({ data: { accountId, bulkJobId, userId: userIds[index]!, name, email: `u${index}@ballad.example`, outcome: isDay ? "done" : "left_out", reason: isDay ? "" : `${name} has services` } });
    await prisma.event.create({
      data: { accountId, id, at, operation: "users.update", action: "Edit", assetKind: isDay ? "template" : "user", assetId: id, assetName: "Ada", actorId: userIds[0]!, actorAccountId: accountId, actorName: name, origin: "session", changes: [{ property: "name", before: "A", after: "B" }, { property: "email", before: "a", after: "b" }], details: isDay ? {} : { count: index }, correlationId: id },
    });
    await prisma.provisioningPlan.create({
      data: { accountId, id: newId(), purpose: "assign", status: isDay ? "applying" : "done", title: name, request: {}, runCount: 3, stepCount: 12, succeededCount: 2, failedCount: index % 2, createdAt: at, ...createdBy },
    });
    await prisma.drift.create({
      data: { accountId, id: newId(), elementId: isDay ? other : elementId, userId: userIds[index]!, difference: "changed", kind: "mivb.phone", key: `220${index}`, message: "2201 differs", fields: [{ field: "zoneId", wanted: 1, found: 2 }, { field: "private", wanted: false, found: true }], status: isDay ? "open" : "repaired", detectedAt: at },
    });
  }
  return bulkJobId;
}

/** A plan that failed for everybody but one, with the imports that they came from; gives its id. */
async function addRuns(accountId: string, userIds: string[]): Promise<string> {
  const { prisma } = database();
  const planId = newId();
  const createdByName = "Ada Brandt";
  await prisma.provisioningPlan.create({ data: { accountId, id: planId, purpose: "remove", status: "cancelled", title: "Move", request: {}, createdById: userIds[0]!, createdByAccountId: accountId, createdByName } });
  for (const [position, userName] of [...NAMES, "Day"].entries()) {
    const isDay = userName === "Day";
    await prisma.provisioningRun.create({
      data: { accountId, id: newId(), planId, userId: userIds[position]!, userName, position, status: isDay ? "succeeded" : "failed", number: `220${position}`, stepCount: 3, doneCount: isDay ? 3 : 1, error: isDay ? "" : `${userName} was refused.` },
    });
    if (!isDay) await prisma.userImport.create({ data: { accountId, id: newId(), fileName: userName, fileHash: Buffer.from(userName), status: "preview", rowCount: 2, errorCount: position % 2, addedCount: 8, removedCount: 1, startedBy: {}, createdByName } });
  }
  return planId;
}
