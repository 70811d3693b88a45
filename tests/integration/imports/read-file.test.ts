import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { addImport } from "#lib/imports/add-import.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import { getTemplate } from "#lib/imports/get-template.ts";
import { readImportFile } from "#lib/imports/read-import-file.ts";
import { MAX_IMPORT_BYTES } from "#lib/imports/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { aCsvOf, anXlsxOf, aTextFile, usersNamed } from "#tests/builders/spreadsheets.ts";
import { aDesk, eventsOf, notificationsOf, preview, previewOf, rowsOf } from "./imports.ts";
import type { Desk } from "./imports.ts";

const ADA = { firstName: "Ada", lastName: "Brandt", email: "ada.brandt@ballad.example", role: "Account Admin" };
const EMEKA = { name: "Emeka Nwosu", email: "emeka.nwosu@ballad.example" };

const add = ({ resolved }: Pick<Desk, "resolved">, file: Uint8Array, fileName = "users.csv") => runOperation(addImport, { resolved, input: { fileName, file } });

async function importCount(accountId: string): Promise<number> {
  return database().prisma.userImport.count({ where: { accountId } });
}

test("IMPORT-04 IMPORT-05 the template is an xlsx file with the five columns, and goes through an import filled in", async () => {
  const desk = await aDesk();
  const { fileName, contentType, body } = await runOperation(getTemplate, { resolved: desk.resolved, input: {} });
  expect({ fileName, contentType }).toEqual({ fileName: "users-template.xlsx", contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
  const template = await readSpreadsheet(new Uint8Array(await buffer(body as AsyncIterable<Uint8Array>)), fileName);
  expect(template).toMatchObject({ header: ["FIRST NAME", "LAST NAME", "NAME", "EMAIL", "ROLE"], rows: [] });
  const seen = await preview(desk, await anXlsxOf([ADA, EMEKA]), "users.xlsx");
  expect(seen.items).toMatchObject([{ position: 2, ...ADA, name: "", errors: [] }, { position: 3, ...EMEKA, role: "User", errors: [] }]);
});

test("the template is there as csv too", async () => {
  const { body } = await runOperation(getTemplate, { resolved: (await aDesk()).resolved, input: { format: "csv" } });
  expect((await buffer(body as AsyncIterable<Uint8Array>)).toString()).toBe("\ufeffFIRST NAME,LAST NAME,NAME,EMAIL,ROLE\r\n");
});

test("reads csv with the columns in any order, case and separator, and says which were left out", async () => {
  const seen = await preview(await aDesk(), aTextFile("Phone;e-mail;Last_Name;first name\r\n0170;ada.brandt@ballad.example;Brandt;Ada\r\n"));
  expect(seen.items).toMatchObject([{ position: 2, firstName: "Ada", lastName: "Brandt", email: "ada.brandt@ballad.example", role: "User", errors: [] }]);
  expect(seen.import.warnings).toEqual([{ code: "columns_left_out", message: "The column “Phone” is no part of the template and was left out." }]);
});

test("rows keep the number that the spreadsheet program shows, past blank ones", async () => {
  const seen = await preview(await aDesk(), aTextFile("NAME,EMAIL\nAda,a@ballad.example\n,\n\nBen,b@ballad.example\n"));
  expect(seen.items.map((row) => row.position)).toEqual([2, 5]);
});

test("what a spreadsheet program did to values is told above the preview, but for columns that are not imported", async () => {
  const seen = await preview(await aDesk(), aTextFile("NAME,EMAIL,PHONE\n4.41E+11,a@ballad.example,4.41E+11\n"));
  expect(seen.import.warnings.map(({ code }) => code)).toEqual(["columns_left_out", "digits_lost"]);
  expect(seen.import.warnings[1]!.message).toContain("Cell A2");
});

test("values that can not be stored or would break a line of the queue are read all the same", async () => {
  const seen = await preview(await aDesk(), aTextFile(`NAME,EMAIL\n"Ada\nBrandt",a@ballad.example\n${"x".repeat(5_000)},b@ballad.example\nZero${"\u0001"}Byte,${"e".repeat(5_000)}@x.example\n`));
  expect(seen.items[0]).toMatchObject({ name: "Ada Brandt", errors: [] });
  expect(seen.items[1]!.errors).toMatchObject([{ code: "name_too_long", field: "name" }]);
  expect(seen.items[2]).toMatchObject({ name: "Zero Byte", errors: [{ code: "email_invalid" }] });
});

test("OP1-46 a file that is no spreadsheet, empty or too large is refused with a sentence, and nothing of it is kept", async () => {
  const desk = await aDesk();
  const refused = async (file: Uint8Array, fileName: string) => add(desk, file, fileName).catch((error: unknown) => error);
  expect(await refused(aTextFile("%PDF-1.7 …"), "users.pdf")).toMatchObject({ code: "invalid", message: "\"users.pdf\" is not a spreadsheet. Use an .xlsx or .csv file.", fields: [{ path: "file" }] });
  expect(await refused(new Uint8Array(), "users.csv")).toMatchObject({ code: "invalid", message: "\"users.csv\" is empty." });
  expect(await refused(new Uint8Array(MAX_IMPORT_BYTES + 1), "users.xlsx")).toMatchObject({ code: "invalid", message: "The file has 26 MB; at most 25 MB can be read." });
  expect(await importCount(desk.accountId)).toBe(0);
  expect(await eventsOf(desk, "imports.add")).toEqual([]);
});

test("OP1-46 a file without the header row, without rows or damaged is refused when it is read, and the person is told", async () => {
  const desk = await aDesk();
  const cases: [file: Uint8Array, fileName: string, refusal: RegExp][] = [
    [aTextFile("Ada,Brandt,,ada.brandt@ballad.example\n"), "no-header.csv", /^The first row of “no-header.csv” must hold the names of the columns/],
    [aTextFile("FIRST NAME,LAST NAME,NAME,EMAIL,ROLE\n"), "blank.csv", /^“blank.csv” has no rows below its header/],
    [(await anXlsxOf([ADA])).subarray(0, 2_000), "half.xlsx", /^"half.xlsx" is damaged/],
  ];
  for (const [file, fileName, refusal] of cases) {
    const { import: read } = await preview(desk, file, fileName);
    expect(read).toMatchObject({ status: "refused", refusal: expect.stringMatching(refusal), rowCount: 0 });
  }
  const { actor } = desk.resolved;
  const told = await notificationsOf(actor.kind === "person" ? actor.userId : "");
  expect(told.slice(1)).toMatchObject(cases.map(([, fileName, refusal]) => ({ status: "failed", title: `Import of ${fileName}: the file can not be used`, body: expect.stringMatching(refusal) })));
  expect(await database().prisma.userImportRow.count({ where: { accountId: desk.accountId } })).toBe(0);
});

test("uploading a file leaves an event, a job and the file itself until it has been read", async () => {
  const desk = await aDesk();
  const added = await add(desk, await aCsvOf([ADA]));
  expect(added).toMatchObject({ reopened: false, import: { status: "reading", fileName: "users.csv", createdByName: "Mara Lindqvist" } });
  const { rows } = await database().pool.query("select data from jobs.job where name = 'imports.read' and data->>'importId' = $1", [added.import.id]);
  expect(rows).toHaveLength(1);
  expect(await eventsOf(desk, "imports.add")).toMatchObject([{ action: "Add", assetKind: "user_import", assetId: added.import.id, assetName: "users.csv" }]);
  const kept = () => database().prisma.userImport.findFirstOrThrow({ where: { id: added.import.id }, select: { file: true, status: true } });
  expect((await kept()).file?.length).toBeGreaterThan(0);
  await readImportFile({ accountId: desk.accountId, importId: added.import.id });
  expect(await kept()).toEqual({ file: null, status: "preview" });
});

test("the same file again opens the import it has, also when it comes several times at once", async () => {
  const desk = await aDesk();
  const file = await aCsvOf([ADA, EMEKA]);
  const answers = await Promise.all([1, 2, 3, 4].map((copy) => add(desk, file, `copy ${copy}.csv`)));
  expect(new Set(answers.map((answer) => answer.import.id)).size).toBe(1);
  expect(answers.filter(({ reopened }) => !reopened)).toHaveLength(1);
  expect((await preview(desk, file)).items).toHaveLength(2);
  expect(await importCount(desk.accountId)).toBe(1);
  const other = await anAccount(desk.partner, { name: "Harbor Clinic" });
  expect(await add({ resolved: await desk.partner.at(other.id) }, file)).toMatchObject({ reopened: false });
});

test("a file whose import was cancelled can be uploaded anew", async () => {
  const desk = await aDesk();
  const first = await previewOf(desk, [ADA]);
  await runOperation(cancelImport, { resolved: desk.resolved, input: { importId: first.import.id } });
  const second = await previewOf(desk, [ADA]);
  expect(second.import.id).not.toBe(first.import.id);
  expect(second.items).toHaveLength(1);
});

test("reading that is done twice, or that dies in the middle and is done again, gives each row once", async () => {
  const desk = await aDesk();
  const { import: added } = await add(desk, await aCsvOf(usersNamed(2_500)));
  const job = { accountId: desk.accountId, importId: added.id };
  const { pool } = database();
  await pool.query(`create function fail_row() returns trigger language plpgsql as $$ begin if new.position = 1700 then raise exception 'the worker dies here'; end if; return new; end $$`);
  await pool.query("create trigger fail_row before insert on user_import_rows for each row execute function fail_row()");
  await expect(readImportFile(job)).rejects.toThrow("the worker dies here");
  expect(await rowsOf(desk, added.id)).toMatchObject({ import: { status: "reading", progress: 1_000 } });
  await pool.query("drop function fail_row cascade");
  await Promise.all([readImportFile(job), readImportFile(job)]);
  await readImportFile(job);
  expect(await rowsOf(desk, added.id)).toMatchObject({ total: 2_500, import: { status: "preview", rowCount: 2_500, errorCount: 0 } });
  expect(await database().prisma.userImportRow.count({ where: { importId: added.id } })).toBe(2_500);
});

test("reading that fails every time ends in a sentence, not in waiting for ever", async () => {
  const desk = await aDesk();
  const { import: added } = await add(desk, await aCsvOf([ADA]));
  const job = { accountId: desk.accountId, importId: added.id };
  await database().prisma.userImport.updateMany({ where: { id: added.id }, data: { attempts: 5 } });
  await readImportFile(job);
  expect(await rowsOf(desk, added.id)).toMatchObject({ import: { status: "refused", refusal: expect.stringContaining("a fault on our side") } });
});

test("an import that is cancelled while its file is read stays cancelled", async () => {
  const desk = await aDesk();
  const { import: added } = await add(desk, await aCsvOf([ADA]));
  await runOperation(cancelImport, { resolved: desk.resolved, input: { importId: added.id } });
  await readImportFile({ accountId: desk.accountId, importId: added.id });
  expect(await rowsOf(desk, added.id)).toMatchObject({ items: [], import: { status: "cancelled", rowCount: 0 } });
});

test("an import that is cancelled as the last of its rows is read is not brought back", async () => {
  const desk = await aDesk();
  const { import: added } = await add(desk, await aCsvOf([ADA]));
  const { pool } = database();
  await pool.query("create function cancel_import() returns trigger language plpgsql as $$ begin update user_imports set status = 'cancelled' where id = new.import_id; return new; end $$");
  await pool.query("create trigger cancel_import after insert on user_import_rows for each row execute function cancel_import()");
  await readImportFile({ accountId: desk.accountId, importId: added.id });
  await pool.query("drop function cancel_import cascade");
  expect(await rowsOf(desk, added.id)).toMatchObject({ import: { status: "cancelled" } });
});

test("IMPORT-01 a partner imports into a customer account, an admin into the own one, and nobody else anywhere", async () => {
  const desk = await aDesk();
  const file = await aCsvOf([ADA]);
  const admin = await aSignedInUser(desk.partner, desk.accountId, "account_admin");
  await expect(add(desk, file)).resolves.toMatchObject({ reopened: false });
  await expect(add({ resolved: await admin.at(desk.accountId) }, await aCsvOf([EMEKA]))).resolves.toMatchObject({ reopened: false });
  const user = await aSignedInUser(desk.partner, desk.accountId, "user");
  await expect(add({ resolved: await user.at(desk.accountId) }, file)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await aPartner();
  await expect(add({ resolved: await stranger.at(desk.accountId) }, file)).rejects.toMatchObject({ code: "not_found" });
  const other = await anAccount(desk.partner, { name: "Harbor Clinic" });
  await expect(add({ resolved: await admin.at(other.id) }, file)).rejects.toMatchObject({ code: "not_found" });
  expect(await importCount(other.id)).toBe(0);
  expect(await importCount(desk.accountId)).toBe(2);
});

test("nobody is imported into a partner account: its users come from MiAccess", async () => {
  const partner = await aPartner();
  await expect(add({ resolved: await partner.at(partner.accountId) }, await aCsvOf([ADA]))).rejects.toMatchObject({ code: "forbidden" });
});
