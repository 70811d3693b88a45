import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";
import { exportUsers } from "#lib/users/export-users.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";

async function anAccountInView(timeZone = "Europe/Berlin") {
  const partner = await aPartner();
  const account = await anAccount(partner, { timeZone });
  const file = async (input: object) => {
    const { fileName, contentType, body } = await runOperation(exportUsers, { resolved: await partner.at(account.id), input });
    return { fileName, contentType, bytes: await buffer(Readable.from(body as AsyncIterable<Uint8Array>)) };
  };
  /** Header and rows, read again as an import would read them. */
  const table = async (input: object) => {
    const { bytes, fileName } = await file(input);
    const content = await readSpreadsheet(bytes, fileName);
    if ("refused" in content) throw new Error(content.message);
    return { header: content.header, rows: content.rows.map(({ cells }) => cells) };
  };
  return { partner, account, file, table };
}

const HOSTILE = [`=cmd|' /C calc'!A1`, "+1+1", "@SUM(A1)", "-2+3", "'quoted", `with "quotes", commas; and\nlines`];

test.each(["csv", "xlsx"] as const)("pains 10: a %s file read again gives every value as it was, formulas and numbers with + included", async (format) => {
  const { account, table } = await anAccountInView();
  await manyUsers(account.id, HOSTILE.map((name, index) => ({ name, email: `u${index}@ballad.example`, extension: `000${index}`, mobileNumber: "+49 170 1234567" })));
  const { header, rows } = await table({ format, columns: "name,extension,mobile", sort: "email" });
  expect(header).toEqual(["NAME", "EXT", "MOBILE NUMBER"]);
  expect(rows).toEqual(HOSTILE.map((name, index) => [name, `000${index}`, "+49 170 1234567"]));
});

test("a csv file holds nothing that runs as a formula", async () => {
  const { account, file } = await anAccountInView();
  await manyUsers(account.id, HOSTILE.map((name) => ({ name })));
  const text = (await file({ format: "csv", columns: "name" })).bytes.toString("utf8");
  expect(text).toContain("'=cmd");
  expect(text).not.toMatch(/^"?[=@]/m);
});

test.each(["csv", "xlsx"] as const)("pains 47: a %s file is the list as it stands: same rows, order and columns", async (format) => {
  const { partner, account, table } = await anAccountInView();
  await manyUsers(account.id, [{ name: "Night 1", registeredAt: new Date() }, { name: "Day" }, { name: "Night 2" }, { name: "Night 3" }]);
  const view = { search: "night", property: "unregistered", sort: "-name" };
  const { items } = await runOperation(findUsers, { resolved: await partner.at(account.id), input: view });
  const { header, rows } = await table({ format, ...view, columns: "role,name,unknown,registered" });
  expect(header).toEqual(["ROLE", "NAME", "REGISTERED"]);
  expect(rows).toEqual(items.map(({ name }) => ["User", name, "No"]));
});

test("a file of more rows than one query reads holds all of them, once", async () => {
  const { account, table } = await anAccountInView();
  await manyUsers(account.id, Array.from({ length: 2_300 }, (_, index) => ({ name: `User ${String(index).padStart(4, "0")}` })));
  const { rows } = await table({ format: "csv", columns: "name" });
  expect(rows.map(([name]) => name)).toEqual(Array.from({ length: 2_300 }, (_, index) => `User ${String(index).padStart(4, "0")}`));
});

test("pains 49: times stand in the zone asked for with its offset, so that the hour the clocks go through twice is told apart", async () => {
  const { account, table } = await anAccountInView();
  const moments = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-03-29T01:00:00Z"];
  await manyUsers(account.id, moments.map((moment) => ({ modifiedAt: new Date(moment), modifiedBy: "Mara" })));
  const columns = { format: "csv", columns: "modified", sort: "modified" } as const;
  expect((await table(columns)).rows.flat()).toEqual([
    "2026-03-29 03:00:00 +02:00 (Mara)",
    "2026-10-25 02:30:00 +02:00 (Mara)",
    "2026-10-25 02:30:00 +01:00 (Mara)",
  ]);
  expect((await table({ ...columns, timeZone: "America/New_York" })).rows.flat()[1]).toBe("2026-10-24 20:30:00 -04:00 (Mara)");
  expect((await table({ ...columns, timeZone: "UTC" })).rows.flat()[1]).toBe("2026-10-25 00:30:00 +00:00 (Mara)");
});

test("the columns of the list stand there when none are chosen, also where no user matches", async () => {
  const { account, table, file } = await anAccountInView();
  expect(await table({ format: "csv" })).toEqual({ header: ["NAME", "EMAIL ADDRESS", "EXT", "MODIFIED ON (BY)", "LICENSES", "ROLE", "SERVICES"], rows: [] });
  expect(await file({ format: "xlsx" })).toMatchObject({ fileName: expect.stringMatching(/^Users of Ballad Industries \d{4}-\d\d-\d\d\.xlsx$/) });
  await manyUsers(account.id, [{ name: "Ada", email: "ada@ballad.example", servicesState: "in_sync", modifiedAt: new Date("2026-11-02T13:05:09Z") }]);
  expect((await table({ format: "csv" })).rows).toEqual([["Ada", "ada@ballad.example", "", "2026-11-02 14:05:09 +01:00", "", "User", "In sync"]]);
});

test("a zone that is none is refused; a user and a foreign partner get no file", async () => {
  const { partner, account, file } = await anAccountInView();
  await expect(file({ format: "csv", timeZone: "Europe/Nowhere" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "timeZone" }] });
  await expect(file({ format: "pdf" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "format" }] });
  const user = await aSignedInUser(partner, account.id, "user");
  await expect(runOperation(exportUsers, { resolved: await user.at(account.id), input: { format: "csv" } })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await aPartner();
  await expect(runOperation(exportUsers, { resolved: await stranger.at(account.id), input: { format: "csv" } })).rejects.toMatchObject({ code: "not_found" });
  expect(await database().prisma.user.count({ where: { accountId: account.id } })).toBe(1);
});
