/** The attributes that are taken from a directory (SCIMATTR-01 to SCIMATTR-12), read out of what it sends. Pure. */
import { withoutSchema } from "./names.ts";
import { ScimRefusal } from "./refusal.ts";

/** One value of an attribute that has several: { type: "work", value: "ada@ballad.example" }. */
export type Item = Record<string, string | boolean>;

/** Everything in the spelling of the RFC, the values as they were sent (SCIMAPI-25). */
export type Attributes = {
  userName?: string;
  externalId?: string;
  active?: boolean;
  displayName?: string;
  name?: Item;
  emails?: Item[];
  phoneNumbers?: Item[];
  roles?: Item[];
  addresses?: Item[];
};
export type AttributeName = keyof Attributes;

type Shape =
  | { kind: "text" | "flag" }
  | { kind: "group"; parts: readonly string[] }
  /** `types`: values of another type are not taken. */
  | { kind: "list"; parts: readonly string[]; types?: readonly string[] };

const VALUE_PARTS = ["value", "type", "primary", "display"];

export const SHAPES: Record<AttributeName, Shape> = {
  userName: { kind: "text" },
  externalId: { kind: "text" },
  active: { kind: "flag" },
  displayName: { kind: "text" },
  name: { kind: "group", parts: ["givenName", "familyName"] },
  emails: { kind: "list", parts: VALUE_PARTS, types: ["work", "other"] },
  phoneNumbers: { kind: "list", parts: VALUE_PARTS, types: ["mobile", "work", "other"] },
  roles: { kind: "list", parts: VALUE_PARTS },
  addresses: { kind: "list", parts: ["formatted", "streetAddress", "locality", "region", "postalCode", "country", "type", "primary"] },
};

/** The attribute of a name in whatever letter case (RFC 7643, 2.1); undefined for one that is not supported. */
export function attributeNamed(name: string): AttributeName | undefined {
  return spelled(Object.keys(SHAPES), withoutSchema(name) ?? "") as AttributeName | undefined;
}

/** The part of an attribute in the spelling of the RFC; undefined where it has none of that name. */
export function partNamed(shape: Shape, name: string): string | undefined {
  return "parts" in shape ? spelled(shape.parts, name) : undefined;
}

function spelled(names: readonly string[], name: string): string | undefined {
  return names.find((each) => each.toLowerCase() === name.toLowerCase());
}

/** @throws ScimRefusal invalidValue */
export function readText(at: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw new ScimRefusal("invalidValue", `${at} must be a text.`);
}

/** A boolean, also as the text that the directory makes of it (SCIMAPI-17). */
export function readFlag(at: string, value: unknown): boolean {
  const text = String(value).toLowerCase();
  if (text === "true") return true;
  if (text === "false") return false;
  throw new ScimRefusal("invalidValue", `${at} must be true or false.`);
}

/** One part of a value of several: "primary" is a boolean, everything else a text. */
export function readPart(at: string, part: string, value: unknown): string | boolean {
  return part === "primary" ? readFlag(`${at}.${part}`, value) : readText(`${at}.${part}`, value);
}

function readItem(at: string, shape: Shape, value: unknown): Item {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ScimRefusal("invalidValue", `${at} must be an object.`);
  const parts = Object.entries(value).flatMap(([name, given]): [string, string | boolean][] => {
    const part = partNamed(shape, name);
    return part === undefined || given === null ? [] : [[part, readPart(at, part, given)]];
  });
  return Object.fromEntries(parts);
}

/** The values of a list that are taken: those of a supported type that say something. */
export function takenItems(name: AttributeName, items: readonly Item[]): Item[] {
  const shape = SHAPES[name];
  const types = shape.kind === "list" ? shape.types : undefined;
  return items.filter((item) => Object.keys(item).some((part) => part !== "type" && part !== "primary") && (!types || types.includes(typeOf(item))));
}

/** "work", "mobile", … in lower case; empty where it is not said. */
export function typeOf(item: Item): string {
  return String(item["type"] ?? "").toLowerCase();
}

/** The value of an attribute as it was sent whole; undefined when there is none. */
export function readAttribute<Name extends AttributeName>(name: Name, value: unknown): Attributes[Name] {
  if (value === null || value === undefined) return undefined;
  return readOf(name, value) as Attributes[Name];
}

function readOf(name: AttributeName, value: unknown): Attributes[AttributeName] {
  const shape = SHAPES[name];
  if (shape.kind === "text") return readText(name, value);
  if (shape.kind === "flag") return readFlag(name, value);
  if (shape.kind === "group") return readItem(name, shape, value);
  const values = Array.isArray(value) ? value : [value];
  return takenItems(name, values.map((item) => readItem(name, shape, item)));
}

/** The supported attributes of a whole resource; everything else is ignored (SCIMATTR-13). */
export function readAttributes(resource: Readonly<Record<string, unknown>>): Attributes {
  const pairs = Object.entries(resource).flatMap(([given, value]): [string, unknown][] => {
    const name = attributeNamed(given);
    return name === undefined ? [] : [[name, readAttribute(name, value)]];
  });
  return tidy(Object.fromEntries(pairs));
}

/** Without what is empty: an attribute that is not there and one that holds nothing are the same (RFC 7643, 2.5). */
export function tidy(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && !(typeof value === "object" && Object.keys(value).length === 0)));
}
