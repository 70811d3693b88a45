/** Where a change of a PATCH request is to be made (RFC 7644, 3.5.2). Pure. */
import { attributeNamed, partNamed, SHAPES } from "./attributes.ts";
import type { AttributeName } from "./attributes.ts";
import { parseFilter } from "./filter.ts";
import type { Comparison } from "./filter.ts";
import { withoutSchema } from "./names.ts";
import { ScimRefusal } from "./refusal.ts";

export type Path = {
  attribute: AttributeName;
  /** Which of several values; null for all of them. */
  where: readonly Comparison[] | null;
  part: string | null;
};

const PATH = /^([a-z$][\w$-]*)(?:\[(.*)\])?(?:\.([a-z$][\w$-]*))?$/i;

/**
 * Reads a path: `active`, `name.givenName`, `emails[type eq "work"].value` (SCIMAPI-15).
 * @returns null for an attribute, or a part of one, that is not supported and therefore ignored (SCIMATTR-13)
 * @throws ScimRefusal invalidPath for what is no path
 */
export function parsePath(text: string): Path | null {
  const name = withoutSchema(text.trim());
  if (name === null) return null;
  const match = PATH.exec(name);
  if (!match) throw refused(text);
  const [, attributeText = "", filter, partText] = match;
  const attribute = attributeNamed(attributeText);
  if (attribute === undefined) return null;
  const shape = SHAPES[attribute];
  if (filter !== undefined && shape.kind !== "list") throw refused(text);
  if (partText !== undefined && !("parts" in shape)) throw refused(text);
  const part = partText === undefined ? null : partNamed(shape, partText);
  if (part === undefined) return null;
  return { attribute, where: filter === undefined ? null : comparisonsOf(filter, text), part };
}

function comparisonsOf(filter: string, path: string): Comparison[] {
  try {
    return parseFilter(filter);
  } catch (error) {
    if (error instanceof ScimRefusal) throw refused(path);
    throw error;
  }
}

function refused(path: string): ScimRefusal {
  return new ScimRefusal("invalidPath", `The path ${JSON.stringify(path.slice(0, 200))} leads nowhere.`);
}
