import { describe, expect, test } from "vitest";
import { cellsOf, contentOf, refusalOf } from "./expect-content.ts";

const HEADER = ["FIRST NAME", "EMAIL"];

describe("separators", () => {
  test.each([",", ";", "\t", "|"])("columns cut at %j are told apart", async (separator) => {
    const content = await contentOf([HEADER, ["Ada", "ada@ballad.example"]].map((row) => row.join(separator)).join("\n"));
    expect(content.header).toEqual(HEADER);
    expect(content.rows).toEqual([{ line: 2, cells: ["Ada", "ada@ballad.example"] }]);
  });

  test("other separators inside values do not mislead, nor do blank lines above", async () => {
    expect(await cellsOf("\n\nNAME;EMAIL;ROLE\nBrandt, Ada, Dr;a@ballad.example;User\nHopper, Grace, Dr;g@ballad.example;User")).toEqual([
      ["Brandt, Ada, Dr", "a@ballad.example", "User"],
      ["Hopper, Grace, Dr", "g@ballad.example", "User"],
    ]);
  });

  test("short rows and blank lines among the first ones do not mislead either", async () => {
    expect(await cellsOf("NAME;EMAIL;ROLE\nBrandt, Ada;a@ballad.example\n\nHopper, Grace\n\nWeber, Jonas\n")).toEqual([
      ["Brandt, Ada", "a@ballad.example", ""],
      ["Hopper, Grace", "", ""],
      ["Weber, Jonas", "", ""],
    ]);
  });

  test("a first line sep= names the separator and counts as row 1", async () => {
    const content = await contentOf("sep=;\r\nA,B;C\r\n1;2\r\n");
    expect(content.header).toEqual(["A,B", "C"]);
    expect(content.rows).toEqual([{ line: 3, cells: ["1", "2"] }]);
  });

  test("one column needs no separator", async () => {
    expect(await cellsOf("EMAIL\nada@ballad.example\n")).toEqual([["ada@ballad.example"]]);
  });
});

describe("encodings", () => {
  const text = "NAME,CITY\r\nZoë Müller,Łódź €\r\n";
  const latin = "NAME,CITY\r\nZoë Müller,Köln\r\n";

  test("UTF-8 with and without byte order mark", async () => {
    expect(await cellsOf(text)).toEqual([["Zoë Müller", "Łódź €"]]);
    const marked = await contentOf(`\ufeff${text}`);
    expect(marked.header[0]).toBe("NAME");
    expect(marked.rows[0]?.cells).toEqual(["Zoë Müller", "Łódź €"]);
  });

  test.each([
    ["UTF-16 LE", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 BE", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-16 LE without mark", Buffer.from(text, "utf16le")],
    ["UTF-16 BE without mark", Buffer.from(text, "utf16le").swap16()],
  ])("%s", async (_, bytes) => {
    const content = await contentOf(bytes);
    expect(content.header).toEqual(["NAME", "CITY"]);
    expect(content.rows[0]?.cells).toEqual(["Zoë Müller", "Łódź €"]);
  });

  test("Windows-1252, with the euro sign that Latin-1 lacks", async () => {
    const bytes = Buffer.concat([Buffer.from(latin, "latin1"), Buffer.from([0x80]), Buffer.from(",ä", "latin1")]);
    expect(await cellsOf(bytes)).toEqual([
      ["Zoë Müller", "Köln"],
      ["€", "ä"],
    ]);
  });
});

describe("lines and quotes", () => {
  test.each([["\r\n"], ["\n"], ["\r"]])("line end %j", async (end) => {
    expect(await cellsOf(["A,B", "1,2", '"3","4"'].join(end))).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  test("line ends of both kinds in one file", async () => {
    expect(await cellsOf('A,B\r\n"1",2\n3,4\r\n')).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  test("quoted values hold line ends, separators and doubled quotes", async () => {
    expect(await cellsOf('A,B\n"line 1\nline 2","say ""hi"", Ada"\n')).toEqual([["line 1\nline 2", 'say "hi", Ada']]);
  });

  test("a quoted value at the very end, with blanks behind it, is closed", async () => {
    expect(await cellsOf('A,B\n1,"2" \r')).toEqual([["1", "2"]]);
  });

  test("lines are numbered as a spreadsheet program numbers rows; blank ones are left out", async () => {
    const { rows } = await contentOf('A,B\n\n"x\ny",1\n,\n  ,\u00a0\nz,2\n');
    expect(rows.map(({ line }) => line)).toEqual([3, 6]);
  });

  test("a quotation mark that is never closed is refused, naming where it opens", async () => {
    const refusal = await refusalOf('A,B\n1,2\n3,"4\n5,6\n7,8\n', "users.csv");
    expect(refusal.refused).toBe("unclosed_quote");
    expect(refusal.values).toEqual({ line: 3 });
    expect(refusal.message).toContain("row 3");
  });

  test("a quotation mark in the middle of a value is pointed out", async () => {
    const { rows, warnings } = await contentOf('A,B\n"x"y,1"\nz,2\n"a",b\n');
    expect(warnings).toContainEqual(expect.objectContaining({ code: "malformed_quotes", line: 2 }));
    expect(rows.at(-1)?.cells).toEqual(["a", "b"]);
  });
});

describe("values", () => {
  test("blanks and invisible marks around values go, those inside stay", async () => {
    expect(await cellsOf("A,B\n \u00a0Ada  Brandt\t,\u202a+49 30 1234\u202c\u200b\n")).toEqual([["Ada  Brandt", "+49 30 1234"]]);
  });

  test("short rows are filled up; values without a column are left out with a warning", async () => {
    const { rows, warnings } = await contentOf("A,B\n1\n1,2,3,4\n5,6,,\n");
    expect(rows.map(({ cells }) => cells)).toEqual([["1", ""], ["1", "2"], ["5", "6"]]);
    expect(warnings).toEqual([expect.objectContaining({ code: "extra_values", line: 3, cell: "C3" })]);
  });

  test("pain 9: a number that Excel has turned to 4.41E+11 is warned of by cell, in any notation of it", async () => {
    const { rows, warnings } = await contentOf("NAME;PHONE\nAda;4,41E+11\nGrace;4.41E11\nLinus;+494412\n1E2X;x\n");
    expect(warnings.map(({ code, cell }) => [code, cell])).toEqual([
      ["digits_lost", "B2"],
      ["digits_lost", "B3"],
    ]);
    expect(warnings[0]?.message).toContain("B2");
    expect(rows[0]?.cells[1]).toBe("4,41E+11");
  });

  test("pain 9: phone numbers, leading zeros and negative numbers stay as they are", async () => {
    expect(await cellsOf("A,B,C\n+4930123456,007,-5\n")).toEqual([["+4930123456", "007", "-5"]]);
  });

  test("a header alone has no rows; the end of an empty column is not a column", async () => {
    expect(await contentOf("A,B,,\n")).toEqual({ header: ["A", "B"], rows: [], warnings: [] });
  });

  test("a thousand warnings are listed, the rest is counted", async () => {
    const { warnings } = await contentOf(`A\n${"1,2\n".repeat(1_005)}`);
    expect(warnings).toHaveLength(1_001);
    expect(warnings.at(-1)).toMatchObject({ code: "more_warnings", values: { count: 5 } });
  });
});

describe("files that are no csv", () => {
  test.each([
    ["a PDF", "%PDF-1.7\nsome text,here\n"],
    ["a web page under the name .xls", '\n<html><table><tr><td>A</td></tr></table></html>'],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ])("%s is refused by name", async (_, bytes) => {
    const refusal = await refusalOf(bytes, "holiday.csv");
    expect(refusal.refused).toBe("not_a_spreadsheet");
    expect(refusal.message).toContain("holiday.csv");
  });

  test("an old or protected Excel file is told apart", async () => {
    const refusal = await refusalOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "old.xls");
    expect(refusal.refused).toBe("old_excel_or_protected");
  });

  test("a file of blanks has neither header nor rows", async () => {
    expect(await contentOf(" \n\n")).toEqual({ header: [], rows: [], warnings: [] });
  });

  test("one stray control character does not make a text binary", async () => {
    expect(await cellsOf("A,B,C,D,E,F\nx\u0001y,2,3,4,5,6\n")).toEqual([["x\u0001y", "2", "3", "4", "5", "6"]]);
  });
});
