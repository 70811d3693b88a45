import { isUtf8 } from "node:buffer";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** How many bytes are looked at to tell text from anything else. */
const SAMPLE_BYTES = 4_096;

/** A stray control character copied from elsewhere does not make a file binary; machine code has far more. */
const MAX_CONTROL_SHARE = 0.05;

/** The text of a file in any encoding that spreadsheet programs save csv in, without byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** A decoder for a part of an xlsx file, which may be UTF-8 or UTF-16 by the XML standard; it throws on bytes that are neither. */
export function xmlDecoder(firstBytes: Uint8Array): TextDecoder {
  return new TextDecoder(markedEncoding(firstBytes) ?? "utf-8", { fatal: true });
}

/** The first few thousand characters, or null when the file is no text: zero bytes, or many control characters. */
export function textSample(bytes: Uint8Array): string | null {
  const sample = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, SAMPLE_BYTES));
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return sample.includes("\0") || controls > sample.length * MAX_CONTROL_SHARE ? null : sample;
}

function encodingOf(bytes: Uint8Array): Encoding {
  return markedEncoding(bytes) ?? unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? "utf-8" : "windows-1252");
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** In UTF-16 the separators and digits of a csv file have a zero byte on one side, always the same. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2);
  let zeroFirst = 0;
  let zeroSecond = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[pair * 2] === 0) zeroFirst++;
    if (bytes[pair * 2 + 1] === 0) zeroSecond++;
  }
  if (zeroSecond > pairs * 0.3 && zeroFirst === 0) return "utf-16le";
  if (zeroFirst > pairs * 0.3 && zeroSecond === 0) return "utf-16be";
  return null;
}
