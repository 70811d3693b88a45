import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { hiddenRows, mergedCells, moreWarnings } from "#lib/spreadsheets/warnings.ts";
import { cellsOf, contentOf } from "./expect-content.ts";
import { buildXlsx, sheetXml, textRow } from "./xlsx-builder.ts";

const HEADER = textRow(1, ["A", "B", "C"]);

describe("kinds of cells", () => {
  test("shared strings, inline strings and runs of different fonts", async () => {
    const xlsx = buildXlsx({
      rows: `${HEADER}<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>in</t></is></c><c r="C2" t="s"><v>0</v></c></row>`,
      sharedStrings: `<si><r><rPr><b/></rPr><t>Ada </t></r><r><t xml:space="preserve">Brandt</t></r></si><si><t>Köln &amp; Bonn &#x20AC;</t><rPh sb="0" eb="1"><t>reading</t></rPh></si>`,
    });
    expect(await cellsOf(xlsx)).toEqual([["Köln & Bonn €", "in", "Ada Brandt"]]);
  });

  test("numbers as Excel shows them: without noise, with the zeros of their format", async () => {
    const xlsx = buildXlsx({
      rows: `${HEADER}<row r="2"><c r="A2"><v>0.30000000000000004</v></c><c r="B2" s="1"><v>42</v></c><c r="C2"><v>-7</v></c></row><row r="3"><c r="A3"><v>4.9301E+9</v></c><c r="B3" s="1"><v>123456</v></c><c r="C3" t="n"><v>1</v></c></row>`,
      styles: `<numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`,
    });
    expect(await cellsOf(xlsx)).toEqual([
      ["0.3", "0042", "-7"],
      ["4930100000", "123456", "1"],
    ]);
  });

  test("dates and times in ISO notation, whatever their format", async () => {
    const date = (reference: string, style: number, value: string) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
    const xlsx = buildXlsx({
      rows: `${HEADER}<row r="2">${date("A2", 1, "46346")}${date("B2", 2, "46346.3541666")}${date("C2", 3, "0.5")}</row><row r="3">${date("A3", 4, "59")}${date("B3", 1, "61")}<c r="C3" t="d"><v>2026-11-20T00:00:00Z</v></c></row>`,
      styles: `<numFmts><numFmt numFmtId="164" formatCode="[$-407]dd/\\ mmmm &quot;x&quot; yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs>`,
    });
    expect(await cellsOf(xlsx)).toEqual([
      ["2026-11-20", "2026-11-20 08:30:00", "12:00:00"],
      ["1900-02-28", "1900-03-01", "2026-11-20"],
    ]);
  });

  test("formats with letters that are no date: a currency, a colour, literal text", async () => {
    const codes = [`#,##0.00 "days"`, "[Red]0", "0\\d", "General"];
    const xlsx = buildXlsx({
      rows: `${textRow(1, ["A", "B", "C", "D"])}<row r="2">${codes.map((_, index) => `<c s="${index}"><v>46346</v></c>`).join("")}</row>`,
      styles: `<numFmts>${codes.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("")}</numFmts><cellXfs>${codes.map((_, index) => `<xf numFmtId="${170 + index}"/>`).join("")}</cellXfs>`,
    });
    expect(await cellsOf(xlsx)).toEqual([["46346", "46346", "46346", "46346"]]);
  });

  test("files that count days from 1904", async () => {
    const xlsx = buildXlsx({
      workbookProperties: `date1904="1"`,
      rows: `${textRow(1, ["A"])}<row r="2"><c s="0"><v>44884</v></c></row>`,
      styles: `<cellXfs><xf numFmtId="14"/></cellXfs>`,
    });
    expect(await cellsOf(xlsx)).toEqual([["2026-11-20"]]);
  });

  test("booleans, results of formulas, texts of links", async () => {
    const xlsx = buildXlsx({
      rows: `${HEADER}<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>Ax</v></c><c r="C2" t="inlineStr"><is><t>ada@ballad.example</t></is></c></row><row r="3"><c r="A3" t="b"><v>0</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="str"><f>""</f><v></v></c></row>`,
      afterRows: `<hyperlinks><hyperlink ref="C2" r:id="rId9"/></hyperlinks>`,
    });
    const { rows, warnings } = await contentOf(xlsx);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["TRUE", "Ax", "ada@ballad.example"],
      ["FALSE", "2", ""],
    ]);
    expect(warnings).toEqual([]);
  });

  test("escaped characters are given back", async () => {
    expect(await cellsOf(buildXlsx({ rows: textRow(1, ["A"]) + textRow(2, ["a_x000A_b _x005F_x0041_"]) }))).toEqual([["a\nb _x0041_"]]);
  });
});

describe("what is pointed out", () => {
  test("errors and formulas without a result are read as empty", async () => {
    const { rows, warnings } = await contentOf(
      buildXlsx({ rows: `${HEADER}<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><f>NOW()</f></c><c r="C2"><v>1</v></c></row>` }),
    );
    expect(rows).toEqual([{ line: 2, cells: ["", "", "1"] }]);
    expect(warnings.map(({ code, cell }) => [code, cell])).toEqual([
      ["error_value", "A2"],
      ["formula_without_value", "B2"],
    ]);
  });

  test("pain 9: phone numbers stored as numbers keep every digit and are warned of by cell", async () => {
    const { rows, warnings } = await contentOf(
      buildXlsx({
        rows: `${HEADER}<row r="2"><c r="A2"><v>441234567890</v></c><c r="B2"><v>4.41234567891E+11</v></c><c r="C2"><v>4.4123456789012345E+16</v></c></row><row r="3"><c r="A3"><v>7328</v></c><c r="B3" t="inlineStr"><is><t>4.41E+11</t></is></c><c r="C3" t="inlineStr"><is><t>+441234567890</t></is></c></row>`,
      }),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["441234567890", "441234567891", "44123456789012300"],
      ["7328", "4.41E+11", "+441234567890"],
    ]);
    expect(warnings.map(({ code, cell }) => [code, cell])).toEqual([
      ["long_number", "A2"],
      ["long_number", "B2"],
      ["digits_lost", "C2"],
      ["digits_lost", "B3"],
    ]);
  });

  test("hidden rows are read too", async () => {
    const { rows, warnings } = await contentOf(
      buildXlsx({ rows: `${HEADER}<row r="2" hidden="1"><c><v>1</v></c></row><row r="3" hidden="true"><c><v>2</v></c></row><row r="4" hidden="0"><c><v>3</v></c></row>` }),
    );
    expect(rows).toHaveLength(3);
    expect(warnings).toEqual([expect.objectContaining({ code: "hidden_rows", line: 2, values: { count: 2, line: 2 } })]);
  });

  test("of merged cells the first has the value", async () => {
    const { rows, warnings } = await contentOf(
      buildXlsx({
        rows: `${HEADER}<row r="2"><c r="A2"><v>1</v></c><c r="B2"/><c r="C2"><v>2</v></c></row>`,
        afterRows: `<mergeCells count="2"><mergeCell ref="A2:B2"/><mergeCell ref="C2:C3"/></mergeCells>`,
      }),
    );
    expect(rows).toEqual([{ line: 2, cells: ["1", "", "2"] }]);
    expect(warnings).toEqual([expect.objectContaining({ code: "merged_cells", values: { count: 2, range: "A2:B2" } })]);
  });

  test("of one row, one group of cells and one warning more is spoken in the singular", () => {
    expect(hiddenRows(1, 7).message).toBe("Row 7, which is hidden in the spreadsheet, was read too.");
    expect(hiddenRows(2, 7).message).toBe("2 rows that are hidden in the spreadsheet were read too, the first of them row 7.");
    expect(mergedCells(1, "A2:B2").message).toBe("The cells A2:B2 are merged; only the first of them has the value.");
    expect(moreWarnings(1).message).toBe("One more warning is not listed.");
  });

  test("the first sheet that is not hidden is read; visible ones behind it are counted", async () => {
    const sheets = (first: string, second: string) =>
      `<sheet name="Lists" sheetId="1" ${first} r:id="rId1"/><sheet name="Users" sheetId="2" ${second} r:id="rId4"/>`;
    const rows = { rows: textRow(1, ["first"]), sheet2: textRow(1, ["second"]) };
    const hidden = await contentOf(buildXlsx({ ...rows, sheets: sheets(`state="hidden"`, "") }));
    expect(hidden).toMatchObject({ header: ["second"], warnings: [] });
    const both = await contentOf(buildXlsx({ ...rows, sheets: sheets("", `state="visible"`) }));
    expect(both.header).toEqual(["first"]);
    expect(both.warnings).toEqual([expect.objectContaining({ code: "other_sheets", values: { sheet: "Lists", count: 1 } })]);
  });
});

describe("sheets as other programs write them", () => {
  test("a workbook of exceljs: dates, rich text, links, formulas, numbers, merged cells", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Users");
    sheet.addRow(["DATE", "RICH", "LINK", "FORMULA", "NUMBER", "MERGED"]);
    sheet.addRow([new Date(Date.UTC(2026, 10, 20)), { richText: [{ text: "Ada " }, { font: { bold: true }, text: "Brandt" }] }, { text: "ada@ballad.example", hyperlink: "mailto:ada@ballad.example" }, { formula: "1+1", result: 2 }, 7328, "x"]);
    sheet.mergeCells("F2:F3");
    const content = await contentOf(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(content.rows).toEqual([{ line: 2, cells: ["2026-11-20", "Ada Brandt", "ada@ballad.example", "2", "7328", "x"] }]);
    expect(content.warnings.map(({ code }) => code)).toEqual(["merged_cells"]);
  });

  test("cells and rows without a reference stand behind the one before", async () => {
    const { rows } = await contentOf(
      buildXlsx({ rows: `<row><c t="inlineStr"><is><t>A</t></is></c><c t="inlineStr"><is><t>B</t></is></c><c t="inlineStr"><is><t>C</t></is></c></row><row r="5"><c r="B5"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>` }),
    );
    expect(rows).toEqual([
      { line: 5, cells: ["", "2", "3"] },
      { line: 6, cells: ["4", "", ""] },
    ]);
  });

  test("namespace prefixes", async () => {
    const sheet = `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row x:r="1" r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>A</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await cellsOf(buildXlsx({ sheet }))).toEqual([["7"]]);
  });

  test("a sheet in UTF-16, line ends between elements, CDATA, comments", async () => {
    const rows = `\r\n<!-- <row> -->\r\n<row r='1'>\r\n<c t='inlineStr'>\r\n<is>\r\n<t><![CDATA[A & <B>]]></t></is></c></row>${textRow(2, ["Zoë"])}`;
    const sheet = Buffer.from(`\ufeff${sheetXml(rows).replace("UTF-8", "UTF-16")}`, "utf16le");
    const content = await contentOf(buildXlsx({ sheet }));
    expect(content.header).toEqual(["A & <B>"]);
    expect(content.rows[0]?.cells).toEqual(["Zoë"]);
  });

  test("blank rows with nothing but formats do not count, however many there are", async () => {
    const formatted = Array.from({ length: 1_000 }, (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="1"/></row>`).join("");
    expect((await contentOf(buildXlsx({ rows: HEADER + textRow(2, ["x"]) + formatted }))).rows).toHaveLength(1);
  });

  test("a csv file under the name .xlsx is read as csv", async () => {
    expect(await cellsOf("A,B\n1,2\n", "users.xlsx")).toEqual([["1", "2"]]);
  });

  test("a shared string that is not there is empty", async () => {
    expect(await cellsOf(buildXlsx({ rows: `${HEADER}<row r="2"><c t="s"><v>99</v></c><c><v>1</v></c></row>` }))).toEqual([["", "1", ""]]);
  });
});
