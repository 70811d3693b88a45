/** Every list as a file: what the list shows, and nothing that a spreadsheet program would run. */
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import type { ManagedAccountView, PartnerPerson } from "#lib/account-managers/schemas.ts";
import type { AccountListItem } from "#lib/accounts/schemas.ts";
import type { BulkJobResultView } from "#lib/bulk-jobs/schemas.ts";
import type { DriftView } from "#lib/drift/schemas.ts";
import type { EventView } from "#lib/events/schemas.ts";
import type { PbxUserView } from "#lib/gateways/schemas.ts";
import { zonedTime } from "#lib/lists/zoned-time.ts";
import { loadMessages } from "#lib/messages/catalogue.ts";
import type { ImportView } from "#lib/imports/schemas.ts";
import type { Messages } from "#lib/messages/catalogue.ts";
import type { FileAnswer } from "#lib/operations/operation.ts";
import { OPEN_OPERATIONS } from "#lib/operations/registry.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import type { PlanView, RunView } from "#lib/plans/schemas.ts";
import type { RoleAccount, RoleView } from "#lib/roles/schemas.ts";
import type { ServiceRoleView } from "#lib/service-roles/schemas.ts";
import { readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";
import type { SmsNumberView } from "#lib/sms-numbers/schemas.ts";
import type { SupportLogItem } from "#lib/support-logs/schemas.ts";
import type { TemplateListItem } from "#lib/templates/schemas.ts";
import type { OrderListItem } from "#lib/orders/schemas.ts";
import type { UserView } from "#lib/users/schemas.ts";
import { aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { FORMULAS, MARK, rowsOfLists } from "#tests/builders/rows-of-lists.ts";

type Case = {
  list: string;
  file: string;
  /** Where the catalogue has the headers of the screen, by the ids of its columns. */
  words: string;
  /** The file's name, and the headers of the columns that stand there when none are chosen, as on the screen. */
  title: string;
  usual: string[];
  /** Leaves out at least one row, and turns the usual order round where the list can be sorted. */
  filter: object;
  columns: string;
  header: string[];
  row: (item: never, time: (iso: string) => string) => string[];
  /** A column that holds the formulas. */
  formulas: string;
  /** What somebody else is told who asks for a list that belongs to one thing of this partner. */
  partOf?: "not_found";
};

/** A case with the rows of its list; the table has many kinds of them. */
function listed<Item>(given: Omit<Case, "row"> & { row: (item: Item, time: (iso: string) => string) => string[] }): Case {
  return given as unknown as Case;
}

const CASES: Case[] = [
  listed<UserView>({
    list: "users.find", file: "users.export", words: "users.list.columns", title: "Users of Ballad Industries",
    usual: ["NAME", "EMAIL ADDRESS", "EXT", "MODIFIED ON (BY)", "LICENSES", "ROLE", "SERVICES"],
    filter: { search: MARK, sort: "-name" }, columns: "email,name", header: ["EMAIL ADDRESS", "NAME"], row: ({ email, name }) => [email, name], formulas: "name",
  }),
  listed<SupportLogItem>({
    list: "support-logs.find", file: "support-logs.export", words: "supportLogs.list.columns", title: "Support Logs of Ballad Industries",
    usual: ["PRODUCT NAME", "DATE & TIME", "REPORTER", "LOG TITLE", "STATE"],
    filter: { product: "Mitel One Web", sort: "-title" }, columns: "title,created,state", header: ["LOG TITLE", "DATE & TIME", "STATE"], row: ({ title, createdAt }, time) => [title, time(createdAt), "Open"], formulas: "title",
  }),
  listed<AccountListItem>({
    list: "accounts.find", file: "accounts.export", words: "accounts.list.columns", title: "Accounts of Partner ",
    usual: ["NAME", "CITY / TOWN", "COUNTRY", "USERS", "MODIFIED ON (BY)"],
    filter: { status: "deactivated", search: MARK, sort: "-name" }, columns: "modified,users,name,country,city", header: ["MODIFIED ON (BY)", "USERS", "NAME", "COUNTRY", "CITY / TOWN"],
    row: ({ modifiedAt, modifiedBy, userCount, name, city }, time) => [`${time(modifiedAt)} (${modifiedBy})`, String(userCount), name, "Germany", city], formulas: "name",
  }),
  listed<OrderListItem>({
    list: "orders.find", file: "orders.export", words: "orders.columns", title: "Orders of Partner ",
    usual: ["SAP ORDER NUMBER", "ORDER NUMBER", "RESELLER PO NUMBER", "CUSTOMER PO NUMBER", "ASSIGNED ACCOUNT", "SUBSCRIPTION EXPIRY", "STATUS"],
    filter: { show: "unassigned", search: MARK, sort: "-number" }, columns: "customer,number,status,account,expiry,sap", header: ["CUSTOMER PO NUMBER", "ORDER NUMBER", "STATUS", "ASSIGNED ACCOUNT", "SUBSCRIPTION EXPIRY", "SAP ORDER NUMBER"],
    row: ({ customerPo, number, expiresOn }) => [customerPo, number, "ASSIGN", "Unassigned", expiresOn ?? "", "Unavailable"], formulas: "customer",
  }),
  listed<PartnerPerson>({
    list: "account-managers.find", file: "account-managers.export", words: "accountManagers.people.columns", title: "Account Managers of Partner ",
    usual: ["NAME", "EMAIL ADDRESS", "MODIFIED ON (BY)", "MANAGED ACCOUNTS"],
    filter: { search: MARK, sort: "-name" }, columns: "managed,email,modified,name", header: ["MANAGED ACCOUNTS", "EMAIL ADDRESS", "MODIFIED ON (BY)", "NAME"],
    row: ({ name, email, modifiedAt }, time) => ["0", email, `${time(modifiedAt)} (MiAccess)`, name], formulas: "name",
  }),
  listed<RoleView>({
    list: "roles.find", file: "roles.export", words: "roles.list.columns", title: "Roles of Partner ",
    usual: ["ROLE NAME", "BASE ROLE", "DESCRIPTION", "ACCOUNTS", "USERS", "MODIFIED ON (BY)"],
    filter: { search: MARK, sort: "-name" }, columns: "permissions,accounts,name,base", header: ["PERMISSIONS", "ACCOUNTS", "ROLE NAME", "BASE ROLE"],
    row: ({ name }) => ["Account / View; Users / View", "1", name, "Administrator (Account Admin)"], formulas: "name",
  }),
  listed<RoleView>({
    list: "roles.find-in-account", file: "roles.export-in-account", words: "roles.list.columns", title: "Roles of Ballad Industries",
    usual: ["ROLE NAME", "BASE ROLE", "DESCRIPTION", "USERS", "MODIFIED ON (BY)"],
    filter: { search: MARK, sort: "-name" }, columns: "users,modified,name", header: ["USERS", "MODIFIED ON (BY)", "ROLE NAME"],
    row: ({ name, modifiedAt, modifiedBy }, time) => ["0", `${time(modifiedAt)} (${modifiedBy})`, name], formulas: "name",
  }),
  listed<RoleAccount>({
    list: "roles.find-accounts", file: "roles.export-accounts", words: "roles.accounts.columns", title: "Accounts of a role of Partner ", partOf: "not_found",
    usual: ["NAME", "ROLE", "USERS WITH IT"],
    filter: { search: MARK, sort: "-name" }, columns: "users,name,assigned", header: ["USERS WITH IT", "NAME", "ROLE"], row: ({ name }) => ["0", name, "Not assigned"], formulas: "name",
  }),
  listed<ManagedAccountView>({
    list: "account-managers.find-accounts", file: "account-managers.export-accounts", words: "accountManagers.accounts.columns", title: "Accounts of account managers of Partner ", partOf: "not_found",
    usual: ["NAME", "ACCOUNT ID", "MODIFIED", "TOTAL ACCOUNT MANAGERS"],
    filter: { search: MARK, sort: "-name" }, columns: "managers,modified,id,name", header: ["TOTAL ACCOUNT MANAGERS", "MODIFIED", "ACCOUNT ID", "NAME"],
    row: ({ id, name, modifiedAt, modifiedBy }, time) => ["1", `${time(modifiedAt)} (${modifiedBy})`, id, name], formulas: "name",
  }),
  listed<ImportView>({
    list: "imports.find", file: "imports.export", words: "imports.list.columns", title: "Imports of Ballad Industries",
    usual: ["FILE", "STATE", "ROWS LEFT", "USERS ADDED", "UPLOADED BY", "UPLOADED"],
    filter: {}, columns: "when,by,added,left,state,file", header: ["UPLOADED", "UPLOADED BY", "USERS ADDED", "ROWS LEFT", "STATE", "FILE"],
    row: ({ createdAt, fileName, errorCount }, time) => [time(createdAt), "Ada Brandt", "7", "2", errorCount > 0 ? "Need attention: 1" : "To be reviewed", fileName], formulas: "file",
  }),
  listed<RunView>({
    list: "runs.find", file: "runs.export", words: "plans.runFile.columns", title: "Users of a plan of Ballad Industries",
    usual: ["USER", "NUMBER", "STATE", "STEPS", "STEPS DONE", "WHAT", "WHY"],
    filter: { status: "failed" }, columns: "why,what,done,steps,status,number,user", header: ["WHY", "WHAT", "STEPS DONE", "STEPS", "STATE", "NUMBER", "USER"],
    row: ({ error, number, userName }) => [error, "", "1", "3", "Failed", number, userName], formulas: "user",
  }),
  listed<TemplateListItem>({
    list: "templates.find", file: "templates.export", words: "templates.list.columns", title: "User Templates of Ballad Industries",
    usual: ["LABEL", "DESCRIPTION", "KIND", "PRIMARY PHONE", "USERS", "MODIFIED ON (BY)"],
    filter: { kind: "custom", search: "shift", sort: "-label" }, columns: "kind,label,users,primaryPhone,description,modified", header: ["KIND", "LABEL", "USERS", "PRIMARY PHONE", "DESCRIPTION", "MODIFIED ON (BY)"],
    row: ({ label, description, userCount, primaryPhone, modifiedAt, modifiedBy }, time) => ["Custom", label, String(userCount), primaryPhone ?? "", description, `${time(modifiedAt)} (${modifiedBy})`], formulas: "description",
  }),
  listed<ServiceRoleView>({
    list: "service-roles.find", file: "service-roles.export", words: "serviceRoles.columns", title: "User Roles of Ballad Industries",
    usual: ["ROLE", "TEMPLATE", "USERS", "CREATED ON"],
    filter: { search: MARK, sort: "-name" }, columns: "created,users,template,name", header: ["CREATED ON", "USERS", "TEMPLATE", "ROLE"],
    row: ({ createdAt, userCount, templateLabel, name }, time) => [time(createdAt), String(userCount), templateLabel, name], formulas: "name",
  }),
  listed<EventView>({
    list: "events.find", file: "events.export", words: "events.columns", title: "Event History of Ballad Industries",
    usual: ["ACTOR NAME", "ACTION", "ASSET", "EVENT DATE", "PROPERTIES CHANGED", "CORE DETAILS"],
    filter: { search: MARK, assetKind: "user", action: "Edit", sort: "at" }, columns: "at,asset,actor,actorId,id,type,details,properties", header: ["EVENT DATE", "ASSET", "ACTOR NAME", "ACTOR ID", "EVENT ID", "EVENT TYPE", "CORE DETAILS", "PROPERTIES CHANGED"],
    row: ({ at, assetName, actorName, actorId, id, type, coreDetails }, time) => [time(at), `User: ${assetName}`, actorName, actorId ?? "", id, type, JSON.stringify(coreDetails), '["name","email"]'], formulas: "actor",
  }),
  listed<PlanView>({
    list: "plans.find", file: "plans.export", words: "plans.columns", title: "Runs of Ballad Industries",
    usual: ["PLAN", "PURPOSE", "STATE", "USERS", "STEPS", "BY", "MADE"],
    filter: { search: MARK }, columns: "when,by,steps,users,status,title,purpose", header: ["MADE", "BY", "STEPS", "USERS", "STATE", "PLAN", "PURPOSE"],
    row: ({ createdAt, title, failedCount }, time) => [time(createdAt), "Ada Brandt", "12", "3", failedCount === 1 ? "Done, 1 failed" : "Done", title, "Assign template"], formulas: "title",
  }),
  listed<DriftView>({
    list: "drift.find", file: "drift.export", words: "drift.columns", title: "Differences of Ballad Industries",
    usual: ["WHAT", "DIFFERENCE", "FOUND INSTEAD OF WANTED", "USER", "SYSTEM", "SINCE", "STATE"],
    filter: { status: "settled" }, columns: "since,what,user,system,status,values,difference,menu", header: ["SINCE", "WHAT", "USER", "SYSTEM", "STATE", "FOUND INSTEAD OF WANTED", "DIFFERENCE"],
    row: ({ detectedAt, key, userName }, time) => [time(detectedAt), `Phone ${key}`, userName ?? "", "mivb-1", "Repaired", "Zone ID: 2 instead of 1, Private: on instead of off", "Changed"], formulas: "user",
  }),
  listed<PbxUserView>({
    list: "gateways.find-pbx-users", file: "gateways.export-pbx-users", words: "gateways.pbxUsers.columns", title: "Users of the PBX of Ballad Industries",
    usual: ["NAME", "EXTENSION", "EMAIL ADDRESS", "IN THE ACCOUNT"],
    filter: { email: "missing", sort: "-name" }, columns: "imported,name,extension", header: ["IN THE ACCOUNT", "NAME", "EXTENSION"], row: ({ name, extension }) => ["No", name, extension], formulas: "name",
  }),
  listed<BulkJobResultView>({
    list: "bulk-jobs.find-results", file: "bulk-jobs.export-results", words: "bulkJobs.columns", title: "Results of a bulk job of Ballad Industries",
    usual: ["NAME", "EMAIL ADDRESS", "RESULT", "REASON"],
    filter: { state: "left_out", sort: "-name" }, columns: "state,reason,name,email", header: ["RESULT", "REASON", "NAME", "EMAIL ADDRESS"], row: ({ name, email, reason }) => ["Left out", reason, name, email], formulas: "reason",
  }),
  listed<SmsNumberView>({
    list: "sms-numbers.find", file: "sms-numbers.export", words: "twilio.numbers.columns", title: "SMS Numbers of Ballad Industries",
    usual: ["NUMBER", "NAME AT TWILIO", "STATE", "USER"],
    filter: { search: MARK, sort: "-number" }, columns: "state,number,added,name,user", header: ["STATE", "NUMBER", "KNOWN SINCE", "NAME AT TWILIO", "USER"],
    row: ({ number, addedAt, friendlyName, userName }, time) => [userName === null ? "Free" : "With a user", number, time(addedAt), friendlyName, userName ?? ""], formulas: "name",
  }),
];

let place: Awaited<ReturnType<typeof rowsOfLists>>;
beforeAll(async () => {
  place = await rowsOfLists();
});

const operationOf = (name: string) => OPEN_OPERATIONS.find((operation) => operation.name === name)!;

/** Asks for something as a person who looks at the account. */
async function ask<Answer>(person: SignedIn, name: string, input: object): Promise<Answer> {
  return (await runOperation(operationOf(name), { resolved: await person.at(place.accountId), input: { ...place.things, ...input } })) as Answer;
}

const itemsOf = async (list: string, input: object) => (await ask<{ items: never[] }>(place.partner, list, input)).items;

async function bytesOf({ body }: FileAnswer): Promise<Buffer> {
  return buffer(Readable.from(body as AsyncIterable<Uint8Array>));
}

/** Header and rows as they are read again, and the name of the file. */
async function table(person: SignedIn, name: string, input: object) {
  const answer = await ask<FileAnswer>(person, name, input);
  const content = await readSpreadsheet(await bytesOf(answer), answer.fileName);
  if ("refused" in content) throw new Error(content.message);
  return { fileName: answer.fileName, header: content.header, rows: content.rows.map(({ cells }) => cells) };
}

describe.each(CASES.map((each) => [each.file, each] as const))("%s", (_, { list, file, words, title, usual, filter, columns, header, row, formulas, partOf }) => {
  test.each(["csv", "xlsx"] as const)("pains 47: a %s file is the list as it stands: the rows of the filter, in their order, with the columns chosen", async (format) => {
    const items = await itemsOf(list, filter);
    expect(items.length).toBe(FORMULAS.length);
    const time = zonedTime("America/New_York");
    const read = await table(place.partner, file, { ...filter, format, columns: `${columns},unknown,constructor`, timeZone: "America/New_York" });
    expect(read.header).toEqual(header);
    expect(read.rows).toEqual(items.map((item) => row(item, time)));
  });

  test("without a filter, and without columns chosen, it has the rows and the headers of the screen", async () => {
    const shown = await itemsOf(list, {});
    const { fileName, header: headers, rows } = await table(place.partner, file, { format: "csv" });
    expect(headers).toEqual(usual);
    expect(rows.length).toBe(shown.length);
    expect(fileName.startsWith(title)).toBe(true);
    expect(fileName).toMatch(/ \d{4}-\d\d-\d\d\.csv$/);
    expect((await table(place.partner, file, { format: "csv", columns: "none" })).header).toEqual(usual);
  });

  test("every column of the screen can be in the file, under its header there", async () => {
    const all = words.split(".").reduce((place, name) => place[name] as Messages, await loadMessages("en-US"));
    // The menu of a row is no column of a file, and a longer name of a column stands only where columns are chosen.
    const headers = Object.fromEntries(Object.entries(all).filter(([id]) => id !== "menu" && !id.endsWith("Long")));
    const read = await table(place.partner, file, { format: "csv", columns: Object.keys(headers).join() });
    expect(read.header).toEqual(Object.values(headers).map((text) => String(text).toUpperCase()));
  });

  test("pains 10: a cell that begins like a formula does not run", async () => {
    const text = (await bytesOf(await ask<FileAnswer>(place.partner, file, { ...filter, format: "csv", columns: formulas }))).toString("utf8");
    const cells = text.trim().split("\r\n").slice(1).map((line) => line.replace(/^"/, ""));
    expect(cells.length).toBe(FORMULAS.length);
    for (const formula of FORMULAS) expect(cells.some((cell) => cell.startsWith(`'${formula}`)), formula).toBe(true);
  });

  test("it is under the right of the list: a user is refused, and of a foreign account there is nothing", async () => {
    const user = await aSignedInUser(place.partner, place.accountId, "user");
    await expect(ask(user, file, { format: "csv" })).rejects.toMatchObject({ code: "forbidden" });
    expect(operationOf(file)).toMatchObject({ permission: operationOf(list).permission, scope: operationOf(list).scope });
    const stranger = await aPartner();
    if (operationOf(file).scope === "partner") {
      await expect(ask(place.admin, file, { format: "csv" })).rejects.toMatchObject({ code: "forbidden" });
      if (partOf) await expect(ask(stranger, file, { format: "csv" })).rejects.toMatchObject({ code: partOf });
      else expect((await table(stranger, file, { format: "csv" })).rows).toEqual([]);
    } else {
      await expect(ask(stranger, file, { format: "csv" })).rejects.toMatchObject({ code: "not_found" });
      expect((await table(place.admin, file, { format: "csv", ...filter })).rows.length).toBe(FORMULAS.length);
    }
  });

  test("a format or a zone that is none is refused at its field", async () => {
    await expect(ask(place.partner, file, { format: "pdf" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "format" }] });
    await expect(ask(place.partner, file, { format: "csv", timeZone: "Europe/Nowhere" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "timeZone" }] });
  });
});

test("the users of a bulk job that is not of the account are not found", async () => {
  await expect(ask(place.partner, "bulk-jobs.export-results", { bulkJobId: place.userIds[0], format: "csv" })).rejects.toMatchObject({ code: "not_found" });
});

test("every list as a file is looked at here", () => {
  const files = OPEN_OPERATIONS.filter(({ name, http }) => http.path.endsWith("/export") && name !== "imports.export-rows").map(({ name }) => name);
  expect(files.toSorted()).toEqual(CASES.map(({ file }) => file).toSorted());
});
