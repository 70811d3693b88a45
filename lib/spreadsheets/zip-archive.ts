import { pipeline } from "node:stream";
import { createInflateRaw } from "node:zlib";
import yauzl from "yauzl";
import { RefusedFile, inMegabytes, refusal } from "./refusal.ts";
import type { SpreadsheetLimits } from "./schemas.ts";

/** Sheets shrink to a fifth or a thirtieth; only made-up data shrinks further than this. */
const MAX_RATIO = 200;

/** Below this many bytes unpacked a ratio says nothing: an empty sheet packs well too. */
const RATIO_MATTERS_FROM = 10 * 1024 * 1024;

const DEFLATE = 8;

/** yauzl unpacks 16 KiB at a time, each a trip to another thread: four times as slow as this. */
const UNPACKED_PIECE = 256 * 1024;

/** The opened zip of an xlsx file; part names are told apart as Excel does, without regard to case. */
export type ZipArchive = {
  has(name: string): boolean;
  /** Bytes of a part unpacked, 0 when there is none. */
  size(name: string): number;
  /** The part piece by piece; nothing when there is none. Fails when it is longer than it says. */
  stream(name: string): AsyncIterable<Buffer>;
};

/**
 * Opens a zip by its table of contents alone, so that a file which would unpack to gigabytes or has
 * tens of thousands of parts is refused (`RefusedFile`) before anything in it is unpacked.
 * What is not a zip fails with yauzl's error.
 */
export async function openZip(bytes: Buffer, fileName: string, limits: SpreadsheetLimits): Promise<ZipArchive> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  if (zip.entryCount > limits.maxZipEntries) {
    throw new RefusedFile(refusal("too_many_parts", { parts: zip.entryCount, limit: limits.maxZipEntries }));
  }
  const entries = new Map<string, yauzl.Entry>();
  let unpackedBytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new RefusedFile(refusal("old_excel_or_protected", { file: fileName }));
    unpackedBytes += entry.uncompressedSize;
    if (unpackedBytes > limits.maxUnpackedBytes || isBomb(entry)) {
      throw new RefusedFile(refusal("too_large_unpacked", { limit: inMegabytes(limits.maxUnpackedBytes) }));
    }
    entries.set(partKey(entry.fileName), entry);
  }

  async function* stream(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(partKey(name));
    if (entry !== undefined) yield* unpacked(zip, entry);
  }

  return {
    has: (name) => entries.has(partKey(name)),
    size: (name) => entries.get(partKey(name))?.uncompressedSize ?? 0,
    stream,
  };
}

async function* unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== DEFLATE) {
    yield* await zip.openReadStreamPromise(entry);
    return;
  }
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const inflate = createInflateRaw({ chunkSize: UNPACKED_PIECE });
  // Errors of either stream surface in the loop below.
  pipeline(packed, inflate, () => {});
  let bytes = 0;
  for await (const piece of inflate) {
    bytes += piece.length;
    if (bytes > entry.uncompressedSize) throw new Error(`${entry.fileName} unpacks to more than it says`);
    yield piece;
  }
}

function isBomb(entry: yauzl.Entry): boolean {
  return entry.uncompressedSize > RATIO_MATTERS_FROM && entry.uncompressedSize > entry.compressedSize * MAX_RATIO;
}

function partKey(name: string): string {
  return name.replace(/^\/+/, "").toLowerCase();
}
