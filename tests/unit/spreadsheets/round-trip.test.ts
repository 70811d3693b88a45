import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { trimCell } from "#lib/spreadsheets/cell-text.ts";
import { parseSpreadsheet } from "#lib/spreadsheets/parse-spreadsheet.ts";
import { SPREADSHEET_LIMITS } from "#lib/spreadsheets/schemas.ts";
import { neutraliseFormula, restoreFormula } from "#lib/spreadsheets/formula-injection.ts";
import { writeCsv } from "#lib/spreadsheets/write-csv.ts";
import { writeXlsx } from "#lib/spreadsheets/write-xlsx.ts";
import { type ElementHandlers, xmlScanner } from "#lib/spreadsheets/xml-scanner.ts";
import { contentOf } from "./expect-content.ts";
import { buildXlsx, sheetXml } from "./xlsx-builder.ts";

/** Values with everything that csv, XML and formulas give a meaning, more often than chance would. */
const value = fc
  .array(fc.oneof(fc.string({ unit: "grapheme", maxLength: 6 }), fc.constantFrom("=", "+", "-", "@", "'", '"', ",", ";", "\t", "|", "\r\n", "\n", "\r", " ", "\u00a0", "&", "<", "]]>", "&amp;", "_x0041_", "+4930123456", "1E+5", "é")), { maxLength: 5 })
  .map((parts) => parts.join(""));

const table = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 0, maxLength: 8 }).map((rows) => ({ columns, rows })),
);

test.each([
  ["csv", 500, (columns: { header: string }[], rows: string[][]) => writeCsv(columns, rows)],
  ["xlsx", 100, (columns: { header: string }[], rows: string[][]) => writeXlsx("S", columns, rows)],
])("%s: whatever is written is read back, but for blanks around values and blank rows", async (_, numRuns, write) => {
  await fc.assert(
    fc.asyncProperty(table, async ({ columns, rows }) => {
      const header = Array.from({ length: columns }, (__, column) => `Column ${column}`);
      const content = await contentOf(await buffer(write(header.map((name) => ({ header: name })), rows)));
      expect(content.header).toEqual(header);
      const trimmed = rows.map((row) => row.map((cell) => trimCell(cell)));
      expect(content.rows.map(({ cells }) => cells)).toEqual(trimmed.filter((row) => row.some((cell) => cell !== "")));
    }),
    { numRuns },
  );
});

test("a neutralised value never starts as a formula, and is restored exactly", () => {
  fc.assert(
    fc.property(value, (original) => {
      const written = neutraliseFormula(original);
      expect(restoreFormula(written)).toBe(original);
      if (written !== original) expect(written).toBe(`'${original}`);
      if (/^\s*[=@]|^[\t\r]\s*\S/.test(original)) expect(written.startsWith("'")).toBe(true);
    }),
  );
});

test("no bytes at all make the reader throw: it reads or refuses", async () => {
  const xlsx = buildXlsx({ rows: `<row r="1"><c t="s"><v>0</v></c></row>`, sharedStrings: "<si><t>A</t></si>", styles: "<cellXfs><xf/></cellXfs>" });
  const damaged = fc.array(fc.tuple(fc.nat(xlsx.length - 1), fc.nat(255)), { minLength: 1, maxLength: 10 }).map((changes) => {
    const bytes = Buffer.from(xlsx);
    for (const [position, byte] of changes) bytes[position] = byte;
    return bytes;
  });
  const anything = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged, anything), async (bytes) => {
      const refused = await parseSpreadsheet(bytes, "any", SPREADSHEET_LIMITS, 1_000, () => {});
      if (refused) expect(refused.message).toMatch(/\.$/);
    }),
    { numRuns: 500 },
  );
});

test("XML cut into pieces anywhere gives the same elements as in one piece", () => {
  const document = sheetXml(`<row r="1" ht='1"5'><!-- a > b --><c r="A1" s="1>2"/><x:c t="str" ><v>a &amp; b&#10;</v></x:c ><c><![CDATA[<x>]]></c></row>`);
  fc.assert(
    fc.property(fc.array(fc.nat(document.length), { maxLength: 6 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), document.length];
      const pieces = places.slice(1).map((end, index) => document.slice(places[index], end));
      expect(eventsOf(pieces)).toEqual(eventsOf([document]));
    }),
  );
  expect(eventsOf([document])).toContainEqual(["open", "c", { r: "A1", s: "1>2" }]);
  expect(eventsOf([document])).toContainEqual(["text", "a & b\n"]);
});

test.each(["<a><b></a></b>", "<a>", "<a/><b/>", "<a b=c/>", "<a b/>", "text", "<a>&nbsp;</a>", "<a>&</a>", "<!DOCTYPE a><a/>", "<a", "< a/>", "</a>", "<a/>x", "<a b='1/>"])(
  "XML that is not well-formed is refused: %s",
  (document) => {
    expect(() => eventsOf([document])).toThrow();
  },
);

function eventsOf(pieces: string[]): unknown[] {
  const events: unknown[] = [];
  const handlers: ElementHandlers = {
    open: (name, attributes) => events.push(["open", name, attributes]),
    text: (text) => events.push(["text", text]),
    close: (name) => events.push(["close", name]),
  };
  const scanner = xmlScanner(handlers);
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return events;
}
