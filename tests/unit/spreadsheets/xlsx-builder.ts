/** xlsx files made by hand, part by part. */
import { type ZipPart, buildZip } from "./zip-builder.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type XlsxParts = {
  /** What stands inside the element sheetData. */
  rows?: string;
  /** The whole of the first sheet, instead of `rows`. */
  sheet?: string | Buffer;
  /** What stands behind sheetData. */
  afterRows?: string;
  /** The elements si. */
  sharedStrings?: string;
  /** What stands inside the element styleSheet. */
  styles?: string;
  workbookProperties?: string;
  /** The elements sheet; the first sheet is rId1, others are `sheet2` (rId4). */
  sheets?: string;
  sheet2?: string;
  extraParts?: ZipPart[];
};

export function sheetXml(rows: string, afterRows = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${afterRows}</worksheet>`;
}

export function buildXlsx(parts: XlsxParts): Buffer {
  const sheets = parts.sheets ?? `<sheet name="Users" sheetId="1" r:id="rId1"/>`;
  const relationship = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  return buildZip([
    { name: "_rels/.rels", content: `<Relationships>${relationship("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>` },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr ${parts.workbookProperties ?? ""}/><sheets>${sheets}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships>${relationship("rId1", "worksheet", "worksheets/sheet1.xml")}${relationship("rId2", "sharedStrings", "/xl/sharedStrings.xml")}${relationship("rId3", "styles", "styles.xml")}${relationship("rId4", "worksheet", "worksheets/sheet2.xml")}</Relationships>`,
    },
    { name: "xl/worksheets/sheet1.xml", content: parts.sheet ?? sheetXml(parts.rows ?? "", parts.afterRows) },
    ...(parts.sharedStrings === undefined ? [] : [{ name: "xl/sharedStrings.xml", content: `<sst>${parts.sharedStrings}</sst>` }]),
    ...(parts.styles === undefined ? [] : [{ name: "xl/styles.xml", content: `<styleSheet>${parts.styles}</styleSheet>` }]),
    ...(parts.sheet2 === undefined ? [] : [{ name: "xl/worksheets/sheet2.xml", content: sheetXml(parts.sheet2) }]),
    ...(parts.extraParts ?? []),
  ]);
}

/** A row of inline texts. */
export function textRow(line: number, texts: string[]): string {
  return `<row r="${line}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
}
