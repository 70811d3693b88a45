import { RefusedFile, refusal } from "./refusal.ts";
import { readElements } from "./xml-elements.ts";

/** What Excel holds in a cell at most; more is no spreadsheet that a person made. */
const MAX_CELL_CHARACTERS = 32_767;

/**
 * The texts that cells refer to by number. Runs of one text with different fonts are joined,
 * readings printed above Japanese text are left out.
 */
export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>, onPiece: (bytesRead: number) => void): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let inReading = false;
  await readElements(pieces, {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") inReading = true;
      inText = name === "t" && !inReading;
    },
    text(text) {
      if (!inText) return;
      current += text;
      refuseLongText(current, `#${strings.length}`);
    },
    close(name) {
      inText = false;
      if (name === "rPh") inReading = false;
      if (name === "si") strings.push(unescapeCharacters(current));
    },
  }, onPiece);
  return strings;
}

/** Throws `RefusedFile` for a text longer than any cell holds; `cell` is how the refusal names it. */
export function refuseLongText(text: string, cell: string): void {
  if (text.length > MAX_CELL_CHARACTERS) throw new RefusedFile(refusal("cell_too_long", { cell, limit: MAX_CELL_CHARACTERS }));
}

/** Characters that XML can not hold are written as "_x000D_" in spreadsheets. */
export function unescapeCharacters(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
