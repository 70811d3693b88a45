import { SaxesParser } from "saxes";
import { xmlDecoder } from "./text-encoding.ts";

/** The attributes of an element by their names as written; those of spreadsheets have no prefix, but for `r:id`. */
export type Attributes = Record<string, string>;

/** What is called while an XML document streams by; element names come without their namespace prefix. */
export type ElementHandlers = {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /** After each piece of the document, with the bytes read so far. */
  piece?(bytesRead: number): void;
};

/**
 * Streams an XML document through `handlers`; throws on what is not well-formed.
 * Documents with a DOCTYPE are refused: no spreadsheet has one, and entities are how XML is blown up.
 */
export async function readElements(pieces: AsyncIterable<Uint8Array>, handlers: ElementHandlers): Promise<void> {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("The document has a DOCTYPE.");
  });
  parser.on("opentag", (tag) => handlers.open?.(localName(tag.name), tag.attributes));
  parser.on("closetag", (tag) => handlers.close?.(localName(tag.name)));
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));

  let decoder: TextDecoder | null = null;
  let bytesRead = 0;
  for await (const piece of pieces) {
    decoder ??= xmlDecoder(piece);
    parser.write(decoder.decode(piece, { stream: true }));
    bytesRead += piece.length;
    handlers.piece?.(bytesRead);
  }
  if (decoder === null) return;
  parser.write(decoder.decode()).close();
}

/** One piece, for a part that is already in memory. */
export async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

/** A name without its namespace prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
