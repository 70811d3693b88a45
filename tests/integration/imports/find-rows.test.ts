import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { newSessionCookie } from "#lib/auth/session-cookie.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import { exportImportRows } from "#lib/imports/export-import-rows.ts";
import { findImports } from "#lib/imports/find-imports.ts";
import { getImport } from "#lib/imports/get-import.ts";
import { answerRequest } from "#lib/operations/http-door.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";
import { aSignedInUser } from "#tests/builders/people.ts";
import { aCsvOf, anXlsxOf, usersNamed } from "#tests/builders/spreadsheets.ts";
import { aDesk, preview, previewOf, rowsOf, upload, usersOf } from "./imports.ts";

const ADA = { name: "Ada Brandt", email: "ada@ballad.example" };
const FAULTY = { name: "=Nobody()", email: "nobody", role: "Boss" };

test("pages of rows follow each other by key, forward and back, and rows in error can be looked at alone", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, usersNamed(250).map((row, index) => (index % 10 === 0 ? { ...row, email: "" } : row)));
  const first = await rowsOf(desk, read.id, { size: 100 });
  expect(first).toMatchObject({ total: 250, totalIsExact: true, previous: null });
  const second = await rowsOf(desk, read.id, { size: 100, after: first.next! });
  const last = await rowsOf(desk, read.id, { size: 100, after: second.next! });
  expect([...first.items, ...second.items, ...last.items].map((row) => row.position)).toEqual(Array.from({ length: 250 }, (_, index) => index + 2));
  expect(last.next).toBeNull();
  const faulty = await rowsOf(desk, read.id, { rows: "errors", size: 20 });
  expect(faulty).toMatchObject({ total: 25, import: { rowCount: 250, errorCount: 25 } });
  const rest = await rowsOf(desk, read.id, { rows: "errors", size: 20, after: faulty.next! });
  expect([...faulty.items, ...rest.items].map((row) => row.position)).toEqual(Array.from({ length: 25 }, (_, index) => index * 10 + 2));
});

test("a file of 10,000 rows is previewed page by page and added whole", async () => {
  const desk = await aDesk();
  const seen = await preview(desk, await anXlsxOf([...usersNamed(10_000), { name: "Twice", email: "user7@ballad.example" }]), "users.xlsx");
  expect(seen.import).toMatchObject({ rowCount: 10_001, errorCount: 2, warnings: [] });
  expect((await rowsOf(desk, seen.import.id, { rows: "errors" })).items.map((row) => row.errors[0]!.message)).toEqual(["The same address is in row 10002.", "The same address is in row 9."]);
  expect(await upload(desk, seen.import.id)).toMatchObject({ total: 2, import: { status: "preview", addedCount: 9_999, rowCount: 2, errorCount: 2 } });
  const users = await usersOf(desk);
  expect(users).toHaveLength(9_999);
  expect(users.filter((user) => user.role === "account_admin")).toHaveLength(200);
});

test("the imports of an account are listed, open ones first, then the latest", async () => {
  const desk = await aDesk();
  const open = await previewOf(desk, [ADA]);
  const cancelled = await previewOf(desk, [FAULTY]);
  await runOperation(cancelImport, { resolved: desk.resolved, input: { importId: cancelled.import.id } });
  const done = await previewOf(desk, [{ ...ADA, email: "other@ballad.example" }]);
  await upload(desk, done.import.id);
  const list = (input: object) => runOperation(findImports, { resolved: desk.resolved, input });
  const page = await list({ size: 2 });
  expect(page).toMatchObject({ total: 3, items: [{ id: open.import.id, status: "preview" }, { id: done.import.id, status: "done" }] });
  expect(await list({ size: 2, after: page.next! })).toMatchObject({ items: [{ id: cancelled.import.id, status: "cancelled" }], next: null });
  expect(await runOperation(getImport, { resolved: desk.resolved, input: { importId: done.import.id } })).toMatchObject({ status: "done", addedCount: 1 });
  const { fileName, createdByName } = done.import;
  expect(await list({ search: fileName.slice(1).toUpperCase() })).toMatchObject({ total: 3 });
  expect(await list({ search: createdByName.split(" ")[1] })).toMatchObject({ total: 3 });
  expect(await list({ search: `${fileName}%` })).toMatchObject({ total: 0, items: [] });
  const stranger = await aDesk();
  expect(await runOperation(findImports, { resolved: stranger.resolved, input: {} })).toMatchObject({ total: 0, items: [] });
  await expect(runOperation(getImport, { resolved: stranger.resolved, input: { importId: done.import.id } })).rejects.toMatchObject({ code: "not_found" });
  const user = await aSignedInUser(desk.partner, desk.accountId, "user");
  await expect(runOperation(findImports, { resolved: await user.at(desk.accountId), input: {} })).rejects.toMatchObject({ code: "forbidden" });
});

test("the rows that are left go out as a file with what is wrong with them, and come back unchanged", async () => {
  const desk = await aDesk();
  const { import: read } = await previewOf(desk, [ADA, FAULTY]);
  const exported = async (format: "csv" | "xlsx", rows?: "errors") => {
    const file = await runOperation(exportImportRows, { resolved: desk.resolved, input: { importId: read.id, format, rows } });
    return { ...file, bytes: new Uint8Array(await buffer(file.body as AsyncIterable<Uint8Array>)) };
  };
  for (const format of ["csv", "xlsx"] as const) {
    const { fileName, bytes } = await exported(format, "errors");
    expect(fileName).toBe(`users - rows left.${format}`);
    expect(await readSpreadsheet(bytes, fileName)).toMatchObject({
      header: ["FIRST NAME", "LAST NAME", "NAME", "EMAIL", "ROLE", "ERRORS"],
      rows: [{ cells: ["", "", "=Nobody()", "nobody", "Boss", "This is not a valid e-mail address, like name@company.com. Choose User or Account Admin."] }],
    });
  }
  expect(new TextDecoder().decode((await exported("csv")).bytes)).toContain("'=Nobody()");
  const before = await rowsOf(desk, read.id);
  const again = await preview(desk, (await exported("xlsx")).bytes, "left.xlsx");
  expect(again.items).toEqual(before.items);
});

test("the file goes through the door as it is, with its name in the address, and the template comes out of it", async () => {
  const desk = await aDesk();
  const cookie = (await newSessionCookie(desk.partner.sessionToken)).split(";")[0]!;
  const at = `http://127.0.0.1:3000/api/v1/accounts/${desk.accountId}/imports`;
  const headers = { cookie, origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" };
  const send = (body: Uint8Array, name: string) => answerRequest(new Request(`${at}?fileName=${encodeURIComponent(name)}`, { method: "POST", headers, body: body as BodyInit }));
  const taken = await send(await aCsvOf([ADA]), "Übersicht 2026.csv");
  expect(taken.status).toBe(200);
  expect(await taken.json()).toMatchObject({ reopened: false, import: { fileName: "Übersicht 2026.csv", status: "reading" } });
  const refused = await send(new TextEncoder().encode("<html>"), "page.xls");
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ error: { code: "invalid", fields: [{ path: "file" }] } });
  const template = await answerRequest(new Request(`${at}/template?format=xlsx`, { headers }));
  expect(template.headers.get("content-disposition")).toContain("users-template.xlsx");
  expect(new Uint8Array(await template.arrayBuffer()).subarray(0, 2)).toEqual(new TextEncoder().encode("PK"));
});
