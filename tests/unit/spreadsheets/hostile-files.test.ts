import { describe, expect, test } from "vitest";
import { readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";
import { refusalOf } from "./expect-content.ts";
import { buildXlsx, sheetXml, textRow } from "./xlsx-builder.ts";
import { type ZipPart, buildZip } from "./zip-builder.ts";

const MEBIBYTE = 1024 * 1024;
const ROWS = textRow(1, ["A"]) + textRow(2, ["x"]);

describe("zips that would unpack to more than memory holds", () => {
  test("a bomb of 1 MB is refused by what it says it unpacks to", async () => {
    const bomb = buildXlsx({ extraParts: [{ name: "xl/media/a.bin", content: Buffer.alloc(10 * MEBIBYTE), times: 100 }] });
    expect(bomb.length).toBeLessThan(1.1 * MEBIBYTE);
    const refusal = await refusalOf(bomb);
    expect(refusal.refused).toBe("too_large_unpacked");
    expect(refusal.message).toContain("200 MB");
  });

  test("many parts that are too large together are refused", async () => {
    const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => `${index}`).join(""));
    const parts = Array.from({ length: 3 }, (_, index) => ({ name: `xl/media/${index}.bin`, content }));
    expect((await refusalOf(buildXlsx({ rows: ROWS, extraParts: parts }), "a.xlsx", { maxUnpackedBytes: 2 * content.length })).refused).toBe("too_large_unpacked");
  });

  test("a part packed tighter than any spreadsheet is refused below the limit too", async () => {
    expect((await refusalOf(buildXlsx({ rows: ROWS, extraParts: [{ name: "a", content: Buffer.alloc(20 * MEBIBYTE) }] }))).refused).toBe("too_large_unpacked");
  });

  test("a part that unpacks to more than it says is not read on", async () => {
    const lie = (claimedSize?: number) => [{ name: "xl/workbook.xml", content: `<workbook>${" ".repeat(100_000)}</workbook>`, claimedSize }];
    expect((await refusalOf(buildZip(lie()))).refused).toBe("not_a_spreadsheet");
    expect((await refusalOf(buildZip(lie(30)))).refused).toBe("damaged");
  });

  test("20,000 entries are refused by their number, without looking at any", async () => {
    const parts = Array.from({ length: 20_000 }, (_, index) => ({ name: `${index}`, content: "", isStored: true }));
    const refusal = await refusalOf(buildZip(parts));
    expect(refusal).toMatchObject({ refused: "too_many_parts", values: { parts: 20_000, limit: 2_000 } });
  });
});

describe("sheets that would fill memory or never end", () => {
  test("a text longer than any cell holds is refused by cell", async () => {
    const refusal = await refusalOf(buildXlsx({ rows: textRow(1, ["A"]) + textRow(2, ["x".repeat(40_000)]) }));
    expect(refusal).toMatchObject({ refused: "cell_too_long", values: { cell: "A2" } });
  });

  test("a text of 30 MB is refused before it is read to its end", async () => {
    const words = Array.from({ length: 4_000_000 }, (_, index) => String(index)).join(" ");
    expect((await refusalOf(buildXlsx({ rows: textRow(1, ["A"]) + textRow(2, [words]) }))).refused).toBe("damaged");
  });

  test("entities that multiply are not expanded", async () => {
    const sheet = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${sheetXml(textRow(1, ["&b;"]))}`;
    expect((await refusalOf(buildXlsx({ sheet }))).refused).toBe("damaged");
    expect((await refusalOf(buildXlsx({ rows: textRow(1, ["&b;"]) }))).refused).toBe("damaged");
  });

  test("a thread that needs too much memory ends with a refusal, and this process lives on", async () => {
    const strings = Array.from({ length: 400_000 }, (_, index) => `<si><t>text number ${index} of very many</t></si>`).join("");
    const refusal = await readSpreadsheet(buildXlsx({ rows: ROWS, sharedStrings: strings }), "a.xlsx", { limits: { maxMemoryMb: 12 } });
    expect(refusal).toMatchObject({ refused: "too_much_memory" });
  });

  test("parsing that takes too long is ended", async () => {
    const rows = Array.from({ length: 90_000 }, (_, index) => textRow(index + 1, [`row ${index}`])).join("");
    const refusal = await readSpreadsheet(buildXlsx({ rows }), "a.xlsx", { limits: { maxParseMs: 1 } });
    expect(refusal).toMatchObject({ refused: "too_slow" });
  });
});

describe("limits", () => {
  test("bytes: the sentence names the file's size and the limit", async () => {
    const refusal = await readSpreadsheet(new Uint8Array(50 * MEBIBYTE + 1), "users.xlsx");
    expect(refusal).toMatchObject({ refused: "too_many_bytes", message: "The file has 51 MB; at most 50 MB can be read." });
  });

  test("rows: as many as the limit are read, one more is refused", async () => {
    const rows = (count: number) => `A\n${"x\n".repeat(count)}`;
    expect(await readSpreadsheet(Buffer.from(rows(100_000)), "users.csv")).toMatchObject({ header: ["A"], warnings: [] });
    expect(await refusalOf(rows(100_001))).toMatchObject({ refused: "too_many_rows", values: { limit: 100_000 } });
  });

  test("columns: a header of 100 is read, one of 101 is refused, in xlsx also far out", async () => {
    const header = (count: number) => Array.from({ length: count }, (_, index) => `C${index}`);
    expect(await readSpreadsheet(Buffer.from(header(100).join(",")), "users.csv")).toMatchObject({ header: header(100) });
    expect((await refusalOf(header(101).join(","))).refused).toBe("too_many_columns");
    expect((await refusalOf(buildXlsx({ rows: `<row r="1"><c r="A1" t="str"><v>A</v></c><c r="XFD1" t="str"><v>B</v></c></row>` }))).refused).toBe("too_many_columns");
  });
});

describe("files that are something else, or broken", () => {
  test.each<[string, ZipPart[], string]>([
    ["OpenDocument", [{ name: "mimetype", content: "" }, { name: "content.xml", content: "<a/>" }], "other_format"],
    ["Excel binary", [{ name: "xl/workbook.bin", content: "x" }], "other_format"],
    ["a zip of pictures", [{ name: "a.jpg", content: "x" }], "not_a_spreadsheet"],
    ["an empty zip", [], "not_a_spreadsheet"],
  ])("%s", async (_, parts, code) => {
    expect((await refusalOf(buildZip(parts), "file.xlsx")).refused).toBe(code);
  });

  test("a file cut off anywhere is refused as damaged, never read in part without a word", async () => {
    const whole = buildXlsx({ rows: ROWS });
    for (let length = 4; length < whole.length; length += 97) {
      expect((await refusalOf(whole.subarray(0, length))).refused).toBe("damaged");
    }
  });

  test("a sheet that stops in the middle is refused as damaged", async () => {
    expect((await refusalOf(buildXlsx({ sheet: `<worksheet><sheetData>${ROWS}` }))).refused).toBe("damaged");
  });

  test("parts that need a password are told apart", async () => {
    const zip = buildXlsx({ rows: ROWS });
    const directory = zip.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
    zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8);
    expect((await refusalOf(zip)).refused).toBe("old_excel_or_protected");
  });

  test("an empty file is refused", async () => {
    expect(await readSpreadsheet(new Uint8Array(), "users.csv")).toMatchObject({ refused: "empty", message: '"users.csv" is empty.' });
  });
});
