import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { addImportRow, deleteImportRow, updateImportRow } from "#lib/imports/change-rows.ts";
import type { RowChange } from "#lib/imports/schemas.ts";
import { uploadImport } from "#lib/imports/upload-import.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import { usersNamed } from "#tests/builders/spreadsheets.ts";
import { aDesk, previewOf, problemsIn, rowsOf } from "./imports.ts";
import type { Desk } from "./imports.ts";

const ADA = { name: "Ada Brandt", email: "ada@ballad.example" };
const BEN = { name: "Ben Carrel", email: "ben@ballad.example" };

const correct = ({ resolved }: Pick<Desk, "resolved">, importId: string, position: number, version: number, cells: Record<string, string>): Promise<RowChange> =>
  runOperation(updateImportRow, { resolved, input: { importId, position, version, ...cells } });
const remove = ({ resolved }: Pick<Desk, "resolved">, importId: string, position: number): Promise<RowChange> => runOperation(deleteImportRow, { resolved, input: { importId, position } });
const append = ({ resolved }: Pick<Desk, "resolved">, importId: string, cells: Record<string, string> = {}): Promise<RowChange> => runOperation(addImportRow, { resolved, input: { importId, ...cells } });

/** Reading and changing a row, each when it is called. */
const everyAct = (desk: Pick<Desk, "resolved">, importId: string): (() => Promise<unknown>)[] => [
  () => correct(desk, importId, 2, 1, { name: "A" }),
  () => remove(desk, importId, 2),
  () => append(desk, importId),
  () => rowsOf(desk, importId),
];

test("IMPORT-09 an address that a user of the account has is an error, whatever its case; one of another account is none", async () => {
  const desk = await aDesk();
  await aUser(desk.partner, desk.accountId, { email: ADA.email });
  const other = await aDesk();
  await aUser(other.partner, other.accountId, { email: BEN.email });
  const { items, import: read } = await previewOf(desk, [{ ...ADA, email: "ADA@ballad.example" }, BEN]);
  expect(items[0]!.errors).toEqual([{ field: "email", code: "email_taken", message: "A user of this account has this address already." }]);
  expect(items[1]!.errors).toEqual([]);
  expect(read).toMatchObject({ rowCount: 2, errorCount: 1 });
});

test("IMPORT-10 OP1-45 all rows that share an address are in error and name each other, and correcting one clears the other", async () => {
  const desk = await aDesk();
  const seen = await previewOf(desk, [ADA, { ...BEN, email: "Ada@Ballad.example" }, { name: "Emeka", email: "emeka@ballad.example" }]);
  expect(problemsIn(seen.items)).toEqual({ 2: ["email_duplicate"], 3: ["email_duplicate"], 4: [] });
  expect(seen.items[0]!.errors[0]!.message).toBe("The same address is in row 3.");
  const changed = await correct(desk, seen.import.id, 3, 1, { email: BEN.email });
  expect(problemsIn(changed.rows)).toEqual({ 3: [], 2: [] });
  expect(changed.rows[0]!.position).toBe(3);
  expect(changed.import.errorCount).toBe(0);
});

test("OP1-45 removing one of three leaves the other two in error, removing another one clears the last", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, { ...BEN, email: ADA.email }, { name: "Emeka", email: ADA.email }]);
  expect(problemsIn((await remove(desk, read.id, 2)).rows)).toEqual({ 3: ["email_duplicate"], 4: ["email_duplicate"] });
  const last = await remove(desk, read.id, 4);
  expect(problemsIn(last.rows)).toEqual({ 3: [] });
  expect(last.import).toMatchObject({ rowCount: 1, errorCount: 0 });
});

test("a row corrected to the address of another one puts both in error", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, BEN]);
  const changed = await correct(desk, read.id, 3, 1, { email: ADA.email });
  expect(problemsIn(changed.rows)).toEqual({ 3: ["email_duplicate"], 2: ["email_duplicate"] });
  expect(changed.import.errorCount).toBe(2);
});

test("only the cells that are given are changed, and every rule is applied anew", async () => {
  const desk = await aDesk();
  await aUser(desk.partner, desk.accountId, { email: "taken@ballad.example" });
  const { import: read } = await previewOf(desk, [{ firstName: "Ada", email: "nothing", role: "Boss" }]);
  let change = await correct(desk, read.id, 2, 1, { role: "account admin" });
  expect(change.rows).toMatchObject([{ firstName: "Ada", email: "nothing", role: "Account Admin", version: 2, errors: [{ code: "email_invalid" }] }]);
  change = await correct(desk, read.id, 2, 2, { email: "Taken@ballad.example" });
  expect(change.rows[0]!.errors).toMatchObject([{ code: "email_taken" }]);
  change = await correct(desk, read.id, 2, 3, { email: ADA.email, role: "" });
  expect(change).toMatchObject({ rows: [{ role: "User", errors: [] }], import: { errorCount: 0 } });
  change = await correct(desk, read.id, 2, 4, { firstName: "", email: "" });
  expect(problemsIn(change.rows)).toEqual({ 2: ["name_missing", "email_missing"] });
});

test("of two people who correct the same row, the second is told and nothing is overwritten", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA]);
  await correct(desk, read.id, 2, 1, { name: "Ada B." });
  await expect(correct(desk, read.id, 2, 1, { name: "A. Brandt" })).rejects.toMatchObject({ code: "conflict" });
  expect((await rowsOf(desk, read.id)).items[0]!.name).toBe("Ada B.");
});

test("people who give two rows the same address at the same moment both see it", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, usersNamed(20));
  const pairs = Array.from({ length: 10 }, (_, index) => [2 * index + 2, 2 * index + 3]);
  await Promise.all(pairs.flatMap((rows, index) => rows.map((row) => correct(desk, read.id, row, 1, { email: `pair${index}@ballad.example` }))));
  expect(await rowsOf(desk, read.id, { rows: "errors" })).toMatchObject({ total: 20, import: { errorCount: 20 } });
  await Promise.all(pairs.map(([row]) => remove(desk, read.id, row!)));
  expect(await rowsOf(desk, read.id)).toMatchObject({ total: 10, import: { rowCount: 10, errorCount: 0 } });
});

test("a row that is added goes on counting, is in error while it is empty, and can be filled in", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA]);
  const added = await append(desk, read.id);
  expect(added).toMatchObject({ import: { rowCount: 2, errorCount: 1 }, rows: [{ position: 3, name: "", email: "", role: "User" }] });
  expect(problemsIn(added.rows)).toEqual({ 3: ["name_missing", "email_missing"] });
  const filled = await correct(desk, read.id, 3, 1, BEN);
  expect(filled).toMatchObject({ import: { rowCount: 2, errorCount: 0 }, rows: [{ position: 3, ...BEN, errors: [] }] });
  expect((await append(desk, read.id, ADA)).rows.map((row) => row.position)).toEqual([4, 2]);
});

test("rows are only changed in the preview", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA]);
  await runOperation(uploadImport, { resolved: desk.resolved, input: { importId: read.id } });
  const told = { code: "conflict", message: "The rows are being added at this moment. Please wait until that has ended." };
  await expect(correct(desk, read.id, 2, 1, { name: "A" })).rejects.toMatchObject(told);
  await expect(remove(desk, read.id, 2)).rejects.toMatchObject(told);
  await expect(append(desk, read.id)).rejects.toMatchObject(told);
});

test("a row or an import that is not there is not found, and neither is one of another account", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA]);
  await expect(correct(desk, read.id, 9, 1, { name: "A" })).rejects.toMatchObject({ code: "not_found" });
  await expect(remove(desk, read.id, 9)).rejects.toMatchObject({ code: "not_found" });
  const stranger = await aDesk();
  for (const attempt of everyAct(stranger, read.id)) await expect(attempt()).rejects.toMatchObject({ code: "not_found", message: "The import was not found." });
  const partner = await aPartner();
  await expect(remove({ resolved: await partner.at(desk.accountId) }, read.id, 2)).rejects.toMatchObject({ code: "not_found", message: "The account was not found." });
  const user = await aSignedInUser(desk.partner, desk.accountId, "user");
  for (const attempt of everyAct({ resolved: await user.at(desk.accountId) }, read.id)) await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  expect(await database().prisma.userImportRow.findMany({ where: { importId: read.id } })).toMatchObject([{ name: ADA.name, version: 1 }]);
});
