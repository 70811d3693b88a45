import { buffer, text } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { writeCsv } from "#lib/spreadsheets/write-csv.ts";
import { writeXlsx } from "#lib/spreadsheets/write-xlsx.ts";
import { cellsOf, contentOf } from "./expect-content.ts";

const COLUMNS = [{ header: "NAME" }, { header: "PHONE" }];
const FORMULAS = ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\tabc", "\rabc", "=HYPERLINK(\"http://x.example\";\"y\")", "＝1+1", " =1", "'=1", "-id-4711"];
const HARMLESS = ["+4930123456", "+49 30 123456", "-5", "-0.5", "+7", "a=b", "ada@ballad.example", "-", "O'Neill", "'quoted'"];

async function workbookOf(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
}

describe("csv", () => {
  test("starts with a byte order mark unless told, quotes what needs it, ends lines as spreadsheet programs do", async () => {
    expect(await text(writeCsv(COLUMNS, [["Brandt, Ada", 'say "hi"']], { byteOrderMark: false }))).toBe('NAME,PHONE\r\n"Brandt, Ada","say ""hi"""\r\n');
    expect((await buffer(writeCsv(COLUMNS, []))).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  test("pain 10: values that would run as formulas are neutralised, in the header too, and read back as they were", async () => {
    const rows = FORMULAS.map((formula, index) => [formula, `${index}`]);
    const bytes = await buffer(writeCsv([{ header: "=HEADER" }, { header: "B" }], rows));
    for (const line of bytes.toString().slice(1).split(/\r\n/)) expect(line).not.toMatch(/^"?\s*[=+\-@\t\r＝]/);
    const content = await contentOf(bytes);
    expect(content.header).toEqual(["=HEADER", "B"]);
    expect(content.rows.map(({ cells }) => cells[0])).toEqual(FORMULAS.map((formula) => formula.trim()));
  });

  test("pain 10: E.164 numbers, plain negative numbers and other harmless values are written as they are", async () => {
    const written = await text(writeCsv([{ header: "A" }], HARMLESS.filter((value) => value !== "-").map((value) => [value]), { byteOrderMark: false }));
    expect(written).toBe(`A\r\n${HARMLESS.filter((value) => value !== "-").join("\r\n")}\r\n`);
    expect((await cellsOf(await buffer(writeCsv([{ header: "A" }], HARMLESS.map((value) => [value]))))).flat()).toEqual(HARMLESS);
  });

  test("pain 10: a formula behind a separator of another country stays inside its quotes", async () => {
    expect(await text(writeCsv([{ header: "A" }], [["x;=1+1"], ["x\t=1+1"], ["x|=1"]], { byteOrderMark: false }))).toBe('A\r\n"x;=1+1"\r\n"x\t=1+1"\r\n"x|=1"\r\n');
  });

  test("what the rows fail with fails the stream, and a reader that leaves closes the rows", async () => {
    const endless = endlessRows();
    for await (const _ of writeCsv(COLUMNS, endless.rows())) break;
    await endless.closed;
    await expect(text(writeCsv(COLUMNS, failing()))).rejects.toThrow("database gone");
  });
});

describe("xlsx", () => {
  test("what one sheet of Excel can not hold goes on in the next one, and a cell holds what Excel lets it", async () => {
    const rows = Array.from({ length: 7 }, (_, row) => [`row ${row + 1}`, "x".repeat(40_000)]);
    const workbook = await workbookOf(await buffer(writeXlsx("Event History", COLUMNS, rows, { rowsPerSheet: 3 })));
    const sheets = workbook.worksheets.map((sheet) => ({ name: sheet.name, first: Array.from({ length: sheet.rowCount }, (_, row) => sheet.getCell(row + 1, 1).text) }));
    expect(sheets).toEqual([
      { name: "Event History", first: ["NAME", "row 1", "row 2", "row 3"] },
      { name: "Event History 2", first: ["NAME", "row 4", "row 5", "row 6"] },
      { name: "Event History 3", first: ["NAME", "row 7"] },
    ]);
    const long = workbook.worksheets[0]!.getCell(2, 2).text;
    expect(long).toHaveLength(32_767);
    expect(long.at(-1)).toBe("…");
  });

  test("pain 9, pain 10: every cell is text, nothing is a formula, columns keep what is typed as text", async () => {
    const values = [...FORMULAS, ...HARMLESS, "007", "1/2", "4.41E+11"];
    const bytes = await buffer(writeXlsx("Users", COLUMNS, values.map((value) => [value, "x"])));
    const sheet = (await workbookOf(bytes)).getWorksheet("Users");
    values.forEach((value, index) => {
      const cell = sheet?.getCell(index + 2, 1);
      expect(cell?.text).toBe(value);
      expect(cell?.formula).toBeUndefined();
      expect([ExcelJS.ValueType.String, ExcelJS.ValueType.RichText]).toContain(cell?.type);
      expect(cell?.numFmt).toBe("@");
    });
    expect(sheet?.getColumn(2).numFmt).toBe("@");
    expect((await cellsOf(bytes)).map(([value]) => value)).toEqual(values.map((value) => value.trim()));
  });

  test("the header is bold and stays in sight; columns are as wide as what is in them, within reason", async () => {
    const sheet = (await workbookOf(await buffer(writeXlsx("Users", COLUMNS, [["x".repeat(30), "y".repeat(500)]])))).getWorksheet("Users");
    expect(sheet?.getRow(1).getCell(1).font).toMatchObject({ bold: true });
    expect(sheet?.getRow(2).getCell(1).font?.bold).toBeFalsy();
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect([sheet?.getColumn(1).width, sheet?.getColumn(2).width]).toEqual([32, 60]);
  });

  test("a column with choices has a drop-down of them, commas and all, on every row to be filled in", async () => {
    const choices = ["User", "Account Admin", "Berlin, Germany", ...Array.from({ length: 40 }, (_, index) => `Location ${index}`)];
    const bytes = await buffer(writeXlsx("Users", [{ header: "NAME" }, { header: "ROLE", choices }], []));
    const workbook = await workbookOf(bytes);
    expect(workbook.getWorksheet("Users")?.getCell("B500").dataValidation).toMatchObject({ type: "list", allowBlank: true, formulae: ["Lists!$B$1:$B$43"] });
    expect(workbook.getWorksheet("Users")?.getCell("A500").dataValidation).toBeUndefined();
    const lists = workbook.getWorksheet("Lists");
    expect(lists?.state).toBe("hidden");
    expect(choices.map((_, index) => lists?.getCell(index + 1, 2).text)).toEqual(choices);
    expect(await contentOf(bytes)).toEqual({ header: ["NAME", "ROLE"], rows: [], warnings: [] });
  });

  test("characters that XML can not hold, and what looks like their escape, come back", async () => {
    const values = ["a\u0001b", "line 1\r\nline 2", "_x0041_", "a _x000D_ b", "<&>\"'", "  inner  blanks  x"];
    expect((await cellsOf(await buffer(writeXlsx("S", [{ header: "A" }], values.map((value) => [value]))))).flat()).toEqual(values.map((value) => value.trim()));
  });

  test("what the rows fail with fails the stream, and a reader that leaves closes the rows", async () => {
    await expect(buffer(writeXlsx("S", COLUMNS, failing()))).rejects.toThrow("database gone");
    const endless = endlessRows();
    for await (const _ of writeXlsx("S", COLUMNS, endless.rows())) break;
    await endless.closed;
  });
});

async function* failing(): AsyncGenerator<string[]> {
  for (let row = 0; row < 1_000; row++) yield ["a", "b"];
  throw new Error("database gone");
}

/** Rows without end; `closed` is fulfilled once nobody wants more of them. */
function endlessRows() {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  async function* rows() {
    try {
      for (let row = 0; ; row++) yield [`name ${row}`, `${Math.random()}`];
    } finally {
      resolve();
    }
  }
  return { rows, closed };
}
