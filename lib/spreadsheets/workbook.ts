import { posix } from "node:path";
import { readElements } from "./xml-elements.ts";
import { type Attributes, localName } from "./xml-scanner.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** Where the parts of a workbook are that reading its first sheet takes. */
export type Workbook = {
  /** Part name of the first sheet that is not hidden, and its name on the tab. */
  sheet: { part: string; name: string };
  /** How many more sheets a person sees. */
  otherSheets: number;
  sharedStringsPart: string | null;
  stylesPart: string | null;
  /** Whether day 0 is in 1904, as old Excel versions for the Mac have it. */
  countsFrom1904: boolean;
};

type Relationship = { id: string; type: string; part: string };
type SheetEntry = { name: string; relationship: string; isVisible: boolean };

/** Finds the parts by their relationships, as the format asks for, not by their usual names; null when there is no sheet. */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook | null> {
  const root = await readRelationships(zip, "");
  const workbookPart = root.find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
  const relationships = await readRelationships(zip, workbookPart);
  const sheets: SheetEntry[] = [];
  let countsFrom1904 = false;
  await readElements(zip.stream(workbookPart), {
    open(name, attributes) {
      if (name === "sheet") sheets.push(sheetEntry(attributes));
      if (name === "workbookPr") countsFrom1904 = isTrue(attributes["date1904"]);
    },
  });

  const partOfSheet = (sheet: SheetEntry) => relationships.find(({ id, type }) => id === sheet.relationship && type === "worksheet")?.part;
  const worksheets = sheets.filter((sheet) => zip.has(partOfSheet(sheet) ?? ""));
  const visible = worksheets.filter((sheet) => sheet.isVisible);
  const first = visible[0] ?? worksheets[0];
  const part = first && partOfSheet(first);
  if (first === undefined || part === undefined) return null;
  const partOfType = (wanted: string) => relationships.find(({ type }) => type === wanted)?.part ?? null;
  return {
    sheet: { part, name: first.name },
    otherSheets: Math.max(visible.length - 1, 0),
    sharedStringsPart: partOfType("sharedStrings"),
    stylesPart: partOfType("styles"),
    countsFrom1904,
  };
}

/** An attribute of type boolean, which may be written as "1" or "true". */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function sheetEntry(attributes: Attributes): SheetEntry {
  const idAttribute = Object.keys(attributes).find((name) => name.includes(":") && localName(name) === "id");
  return {
    name: attributes["name"] ?? "",
    relationship: (idAttribute && attributes[idAttribute]) ?? "",
    isVisible: (attributes["state"] ?? "visible") === "visible",
  };
}

/** The relationships of `part`, or of the whole package for ""; their targets made absolute. */
async function readRelationships(zip: ZipArchive, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const relationships: Relationship[] = [];
  await readElements(zip.stream(posix.join(folder, "_rels", `${posix.basename(part)}.rels`)), {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const target = attributes["Target"] ?? "";
      relationships.push({
        id: attributes["Id"] ?? "",
        // The strict and the usual variant of the format differ in all of the address but its last word.
        type: posix.basename(attributes["Type"] ?? ""),
        part: target.startsWith("/") ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return relationships;
}
