import { readElements } from "./xml-elements.ts";
import type { Attributes } from "./xml-scanner.ts";

/** How a numeric cell is meant: a plain number, a date or time, or a number shown with leading zeros. */
export type NumberFormat = { kind: "number" } | { kind: "date" } | { kind: "padded"; digits: number };

const NUMBER: NumberFormat = { kind: "number" };

/** Ids that the format gives a meaning without spelling it out (ECMA-376 part 1, 18.8.30), East Asian dates included. */
const BUILT_IN_DATES: [from: number, to: number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** The number format of each cell style, by the number that cells refer to styles with. */
export async function readNumberFormats(pieces: AsyncIterable<Uint8Array>): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellStyles = false;
  await readElements(pieces, {
    open(name, attributes) {
      if (name === "numFmt") codes.set(idOf(attributes), attributes["formatCode"] ?? "");
      if (name === "cellXfs") inCellStyles = true;
      if (name === "xf" && inCellStyles) formatIds.push(idOf(attributes));
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return formatIds.map((id) => (codes.has(id) ? formatOfCode(codes.get(id) ?? "") : builtInFormat(id)));
}

function idOf(attributes: Attributes): number {
  return Number(attributes["numFmtId"] ?? 0);
}

function builtInFormat(id: number): NumberFormat {
  return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ? { kind: "date" } : NUMBER;
}

/** "0000" is how people keep the leading zeros of an extension; d, m, y, h or s outside quotes make a date. */
function formatOfCode(code: string): NumberFormat {
  const digits = /^(0+)(?:;.*)?$/.exec(code)?.[1]?.length ?? 0;
  if (digits > 1) return { kind: "padded", digits };
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return /[dmyhs]/i.test(bare.replace(/general/gi, "")) ? { kind: "date" } : NUMBER;
}
