import { SHAPES } from "./attributes.ts";
import type { AttributeName, Attributes } from "./attributes.ts";

/** Every value of a user by the name under which the directory sends it: `emails[type eq "work"].value` (USER-46). Pure. */
export function describeAttributes(attributes: Attributes): { name: string; value: string }[] {
  // As a database gives the attributes back they are in no order that says anything.
  return (Object.keys(SHAPES) as AttributeName[]).flatMap((name) => {
    const value = attributes[name];
    if (value === undefined) return [];
    if (Array.isArray(value)) return value.flatMap((item) => partsOf(`${name}${filterOf(item)}`, item));
    return typeof value === "object" ? partsOf(name, value) : [{ name, value: String(value) }];
  });
}

function filterOf(item: Readonly<Record<string, unknown>>): string {
  if (item["type"] !== undefined) return `[type eq "${String(item["type"])}"]`;
  return item["primary"] === true ? '[primary eq "True"]' : "";
}

/** Without the parts that only say which value it is. */
function partsOf(name: string, parts: Readonly<Record<string, unknown>>): { name: string; value: string }[] {
  return Object.entries(parts)
    .filter(([part]) => part !== "type" && part !== "primary")
    .map(([part, value]) => ({ name: `${name}.${part}`, value: String(value) }));
}
