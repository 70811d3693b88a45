import { xmlDecoder } from "./text-encoding.ts";
import { type ElementHandlers, xmlScanner } from "./xml-scanner.ts";

/**
 * Streams an XML document through `handlers`; no pieces at all are a document without elements.
 * `onPiece` gets the bytes read so far, before each piece is scanned. Throws on what is not well-formed.
 */
export async function readElements(
  pieces: AsyncIterable<Uint8Array>,
  handlers: ElementHandlers,
  onPiece: (bytesRead: number) => void = () => {},
): Promise<void> {
  const scanner = xmlScanner(handlers);
  let decoder: TextDecoder | null = null;
  let bytesRead = 0;
  for await (const piece of pieces) {
    decoder ??= xmlDecoder(piece);
    bytesRead += piece.length;
    onPiece(bytesRead);
    scanner.write(decoder.decode(piece, { stream: true }));
  }
  if (decoder === null) return;
  scanner.write(decoder.decode());
  scanner.end();
}
