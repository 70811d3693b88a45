/** The attributes of an element by their names as written; those of spreadsheets have no prefix, but for `r:id`. */
export type Attributes = Record<string, string>;

/** What is called while an XML document streams by; element names come without their namespace prefix. */
export type ElementHandlers = {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Takes an XML document piece by piece. Both functions throw `MalformedXml`. */
type XmlScanner = {
  write(piece: string): void;
  /** To be called after the last piece: a document that stops in the middle is malformed. */
  end(): void;
};

class MalformedXml extends Error {}

/** A tag or a text of a spreadsheet is never longer; what is would be held in memory until its end is found. */
const MAX_TOKEN = 1024 * 1024;

const EXCLAMATION = 0x21;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What is no element: where it ends, and what of it is text. */
const DECLARATIONS: { opens: string; closes: string; isText: boolean }[] = [
  { opens: "<!--", closes: "-->", isText: false },
  { opens: "<![CDATA[", closes: "]]>", isText: true },
  { opens: "<?", closes: "?>", isText: false },
];

const LONGEST_OPENING = "<![CDATA[".length;

/**
 * The part of XML that spreadsheets are written in, several times as fast as a scanner of all of it:
 * the text of a sheet is searched for the next mark, not looked at character by character.
 * A DOCTYPE is malformed here: no spreadsheet has one, and its entities are how XML is blown up.
 */
export function xmlScanner(handlers: ElementHandlers): XmlScanner {
  const openElements: string[] = [];
  let document = "";
  let position = 0;
  let hasRoot = false;

  function write(piece: string): void {
    document = document.slice(position) + piece;
    position = 0;
    while (scanNext());
    if (document.length - position > MAX_TOKEN) throw new MalformedXml("a tag or text is too long");
  }

  function end(): void {
    if (!hasRoot || openElements.length > 0 || document.slice(position).trim() !== "") throw new MalformedXml("the document stops too early");
  }

  /** Scans one text and the mark behind it; false when the rest of that mark has not arrived yet. */
  function scanNext(): boolean {
    const mark = document.indexOf("<", position);
    if (mark === -1) return false;
    if (mark > position && openElements.length > 0) handlers.text?.(decoded(document.slice(position, mark)));
    position = mark;
    const second = document.charCodeAt(mark + 1);
    if (Number.isNaN(second)) return false;
    if (second === SLASH) return scanClosingTag(mark);
    if (second === EXCLAMATION || second === QUESTION) return scanDeclaration(mark);
    return scanOpeningTag(mark);
  }

  function scanClosingTag(mark: number): boolean {
    const end = document.indexOf(">", mark);
    if (end === -1) return false;
    closeElement(document.slice(mark + 2, end).trimEnd());
    position = end + 1;
    return true;
  }

  function closeElement(name: string): void {
    if (openElements.pop() !== name) throw new MalformedXml(`</${name}> closes what is not open`);
    handlers.close?.(localName(name));
  }

  function scanDeclaration(mark: number): boolean {
    const declaration = DECLARATIONS.find(({ opens }) => document.startsWith(opens, mark));
    if (declaration === undefined) {
      if (document.length - mark < LONGEST_OPENING) return false;
      throw new MalformedXml("a DOCTYPE or an unknown declaration");
    }
    const start = mark + declaration.opens.length;
    const end = document.indexOf(declaration.closes, start);
    if (end === -1) return false;
    if (declaration.isText) handlers.text?.(document.slice(start, end));
    position = end + declaration.closes.length;
    return true;
  }

  function scanOpeningTag(mark: number): boolean {
    const attributes: Attributes = {};
    const nameEnd = endOfName(document, mark + 1);
    let at = skipBlanks(document, nameEnd);
    for (;;) {
      const code = document.charCodeAt(at);
      if (Number.isNaN(code)) return false;
      if (code === GREATER || code === SLASH) break;
      const attributeEnd = endOfName(document, at);
      const equals = skipBlanks(document, attributeEnd);
      const opening = skipBlanks(document, equals + 1);
      if (opening >= document.length) return false;
      const quote = document[opening] ?? "";
      if (document.charCodeAt(equals) !== EQUALS || (quote !== '"' && quote !== "'")) throw new MalformedXml("an attribute without a quoted value");
      const closing = document.indexOf(quote, opening + 1);
      if (closing === -1) return false;
      attributes[document.slice(at, attributeEnd)] = decoded(document.slice(opening + 1, closing));
      at = skipBlanks(document, closing + 1);
    }
    const isEmpty = document.charCodeAt(at) === SLASH;
    const end = isEmpty ? at + 1 : at;
    if (end >= document.length) return false;
    if (document.charCodeAt(end) !== GREATER || nameEnd === mark + 1) throw new MalformedXml("a tag that does not end");
    openElement(document.slice(mark + 1, nameEnd), attributes);
    if (isEmpty) closeElement(openElements.at(-1) ?? "");
    position = end + 1;
    return true;
  }

  function openElement(name: string, attributes: Attributes): void {
    if (openElements.length === 0 && hasRoot) throw new MalformedXml("a second root element");
    hasRoot = true;
    openElements.push(name);
    handlers.open?.(localName(name), attributes);
  }

  return { write, end };
}

/** A name without its namespace prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

function endOfName(document: string, from: number): number {
  for (let at = from; ; at++) {
    const code = document.charCodeAt(at);
    if (!(code > 0x20) || code === SLASH || code === EQUALS || code === GREATER) return at;
  }
}

function skipBlanks(document: string, from: number): number {
  let at = from;
  while (document.charCodeAt(at) <= 0x20) at++;
  return at;
}

function decoded(raw: string): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  return text.includes("&") ? text.replace(/&([^;]*);?/g, (_, entity: string) => character(entity)) : text;
}

function character(entity: string): string {
  const named = ENTITIES[entity];
  if (named !== undefined) return named;
  const code = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(entity);
  const point = code?.[1] !== undefined ? Number.parseInt(code[1], 16) : Number(code?.[2] ?? Number.NaN);
  if (!(point <= 0x10ffff)) throw new MalformedXml(`the unknown entity &${entity.slice(0, 20)};`);
  return String.fromCodePoint(point);
}
