/** Changing a resource by the operations of a PATCH request, in the dialect of Microsoft Entra (RFC 7644, 3.5.2; SCIMAPI-13 to SCIMAPI-17). Pure. */
import { z } from "zod";
import { partNamed, readAttribute, readPart, SHAPES, takenItems, tidy, typeOf } from "./attributes.ts";
import type { Attributes, Item } from "./attributes.ts";
import type { Comparison } from "./filter.ts";
import { PATCH_SCHEMA } from "./names.ts";
import { parsePath } from "./path.ts";
import type { Path } from "./path.ts";
import { ScimRefusal } from "./refusal.ts";

/** "Add", "Replace" and "Remove" as well (SCIMAPI-14). */
const Op = z.string().toLowerCase().pipe(z.enum(["add", "replace", "remove"]));
const PatchBody = z.object({
  schemas: z.array(z.string()).refine((schemas) => schemas.some((schema) => schema.toLowerCase() === PATCH_SCHEMA.toLowerCase())),
  Operations: z.array(z.object({ op: Op, path: z.string().optional(), value: z.unknown().optional() })).min(1).max(1_000),
});
type Change = z.infer<typeof PatchBody>["Operations"][number];

/**
 * The operations of a request.
 * @throws ScimRefusal invalidSyntax when it is no PATCH request
 */
export function readChanges(body: Readonly<Record<string, unknown>>): Change[] {
  // Names ignore letter case (RFC 7643, 2.1).
  const operations = Object.entries(body).find(([name]) => name.toLowerCase() === "operations")?.[1];
  const parsed = PatchBody.safeParse({ schemas: body["schemas"], Operations: operations });
  if (parsed.success) return parsed.data.Operations;
  throw new ScimRefusal("invalidSyntax", `A change names the schema ${PATCH_SCHEMA} and has Operations, each with op add, replace or remove.`);
}

/** The attributes after all operations; those given stay as they are, and what no operation names is left alone (SCIMAPI-21). */
export function patched(before: Attributes, changes: readonly Change[]): Attributes {
  return tidy(changes.reduce((attributes, { op, path, value }) => (path === undefined ? withObject(attributes, op, value) : at(attributes, op, path, value)), before));
}

/** Without a path every name of the value is one, also a dotted one (SCIMAPI-16). */
function withObject(attributes: Attributes, op: Change["op"], value: unknown): Attributes {
  if (op === "remove") throw new ScimRefusal("noTarget", "To remove something its path is needed.");
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ScimRefusal("invalidSyntax", "Without a path the value must be an object.");
  return Object.entries(value).reduce((all, [path, each]) => (path === "schemas" ? all : at(all, op, path, each)), attributes);
}

function at(attributes: Attributes, op: Change["op"], text: string, value: unknown): Attributes {
  const path = parsePath(text);
  if (!path) return attributes;
  const isRemoval = op === "remove" || value === null || value === undefined;
  const { kind } = SHAPES[path.attribute];
  if (kind === "list") return { ...attributes, [path.attribute]: takenItems(path.attribute, isRemoval ? without(attributes, path, value) : withValue(attributes, op, path, value)) };
  if (kind === "group") return { ...attributes, [path.attribute]: groupAfter(attributes, path, isRemoval, value) };
  return { ...attributes, [path.attribute]: isRemoval ? undefined : readAttribute(path.attribute, value) };
}

function groupAfter(attributes: Attributes, { attribute, part }: Path, isRemoval: boolean, value: unknown): Item {
  const before = attributes[attribute] as Item | undefined;
  if (part === null) return isRemoval ? {} : { ...before, ...(readAttribute(attribute, value) as Item) };
  return isRemoval ? omit(before ?? {}, part) : { ...before, [part]: readPart(attribute, part, value) };
}

function itemsOf(attributes: Attributes, { attribute }: Path): Item[] {
  return (attributes[attribute] as Item[] | undefined) ?? [];
}

function without(attributes: Attributes, path: Path, value: unknown): Item[] {
  const { where, part } = path;
  const items = itemsOf(attributes, path);
  const isMeant = where ? (item: Item) => matches(item, where) : isAmong(path, value);
  return part === null ? items.filter((item) => !isMeant(item)) : items.map((item) => (isMeant(item) ? omit(item, part) : item));
}

/** Without a filter the values that the operation names, or all where it names none. */
function isAmong(path: Path, value: unknown): (item: Item) => boolean {
  if (value === null || value === undefined) return () => true;
  const named = (readAttribute(path.attribute, value) as Item[] | undefined) ?? [];
  return (item) => named.some((each) => each["value"] === item["value"] && typeOf(each) === typeOf(item));
}

function withValue(attributes: Attributes, op: Change["op"], path: Path, value: unknown): Item[] {
  const { attribute, where, part } = path;
  const items = itemsOf(attributes, path);
  if (where === null && part === null) {
    const given = (readAttribute(attribute, value) as Item[] | undefined) ?? [];
    // A user has one value of each type here, so a further one takes the place of the first.
    return op === "replace" ? given : [...items.filter((item) => !given.some((each) => typeOf(each) === typeOf(item))), ...given];
  }
  const isMeant = (item: Item) => where === null || matches(item, where);
  const changes = part === null ? ((readAttribute(attribute, value) as Item[] | undefined)?.[0] ?? {}) : { [part]: readPart(attribute, part, value) };
  if (items.some(isMeant)) return items.map((item) => (isMeant(item) ? { ...item, ...changes } : item));
  if (where === null) throw new ScimRefusal("noTarget", `There is no value of ${attribute} yet; say of which type it is to be.`);
  return [...items, { ...describedBy(path, where), ...changes }];
}

/** Letter case does not count, nor whether a boolean was written as a text: `roles[primary eq "True"]`. */
function matches(item: Item, where: readonly Comparison[]): boolean {
  return where.every(({ attribute, value }) => {
    const found = Object.entries(item).find(([part]) => part.toLowerCase() === attribute.toLowerCase())?.[1];
    return found !== undefined && String(found).toLowerCase() === String(value).toLowerCase();
  });
}

/** The value that a filter describes, for one that is to be made. */
function describedBy({ attribute }: Path, where: readonly Comparison[]): Item {
  const parts = where.flatMap(({ attribute: name, value }): [string, string | boolean][] => {
    const part = partNamed(SHAPES[attribute], name);
    return part === undefined ? [] : [[part, readPart(attribute, part, value)]];
  });
  return Object.fromEntries(parts);
}

function omit(item: Item, part: string): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== part));
}
