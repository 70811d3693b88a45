/** Filters of RFC 7644, 3.4.2.2, as far as directories use them: comparisons by "eq", also of one value of several, joined by "and". Pure. */
import { withoutSchema } from "./names.ts";
import { ScimRefusal } from "./refusal.ts";

export type Comparison = {
  /** Without the name of the schema; of another schema than the user's it is empty. */
  attribute: string;
  /** Which of several values is meant: `emails[type eq "work"]`. */
  where: readonly Comparison[];
  /** Behind a dot: `name.familyName`, `emails[…].value`. */
  part: string | null;
  value: string | number | boolean | null;
};

const TOKEN = /\s*(?:([[\]()])|("(?:[^"\\]|\\.)*")|([^\s[\]()"]+))/y;

type Token = { kind: "sign" | "text" | "word"; text: string };

function tokensOf(filter: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < filter.trimEnd().length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(filter);
    if (!match) throw refused(filter);
    const [, sign, text, word] = match;
    tokens.push(sign ? { kind: "sign", text: sign } : text ? { kind: "text", text } : { kind: "word", text: word! });
  }
  return tokens;
}

function refused(filter: string): ScimRefusal {
  return new ScimRefusal("invalidFilter", `The filter ${JSON.stringify(filter.slice(0, 200))} is not supported: comparisons by "eq", joined by "and", are.`);
}

/**
 * The comparisons of a filter, all of which have to hold.
 * @throws ScimRefusal invalidFilter for what is no filter, or none of those supported (SCIMAPI-07)
 */
export function parseFilter(filter: string): Comparison[] {
  const tokens = tokensOf(filter);
  let at = 0;
  const next = () => tokens[at++];
  const isNext = (text: string) => tokens[at]?.kind !== "text" && tokens[at]?.text.toLowerCase() === text;
  const demand = (text: string) => {
    if (!isNext(text)) throw refused(filter);
    at += 1;
  };

  function parseAll(): Comparison[] {
    const found = [...parseOne()];
    while (isNext("and")) {
      at += 1;
      found.push(...parseOne());
    }
    return found;
  }

  function parseOne(): Comparison[] {
    if (isNext("(")) {
      at += 1;
      const inner = parseAll();
      demand(")");
      return inner;
    }
    const name = next();
    if (name?.kind !== "word") throw refused(filter);
    const { attribute, part } = split(withoutSchema(name.text) ?? "");
    if (!isNext("[")) return [{ attribute, where: [], part, value: parseValue() }];
    at += 1;
    const where = parseAll();
    demand("]");
    const dotted = next();
    if (part !== null || dotted?.kind !== "word" || !dotted.text.startsWith(".")) throw refused(filter);
    return [{ attribute, where, part: dotted.text.slice(1), value: parseValue() }];
  }

  function parseValue(): Comparison["value"] {
    demand("eq");
    const token = next();
    if (token?.kind === "text") return textOf(token.text, filter);
    const word = token?.kind === "word" ? token.text.toLowerCase() : "";
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    if (/^-?\d+(\.\d+)?$/.test(word)) return Number(word);
    throw refused(filter);
  }

  const comparisons = parseAll();
  if (at < tokens.length) throw refused(filter);
  return comparisons;
}

function split(name: string): { attribute: string; part: string | null } {
  const dot = name.indexOf(".");
  return dot < 0 ? { attribute: name, part: null } : { attribute: name.slice(0, dot), part: name.slice(dot + 1) };
}

/** A text in the quotes and escapes of JSON. */
function textOf(quoted: string, filter: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch (error) {
    if (error instanceof SyntaxError) throw refused(filter);
    throw error;
  }
}
