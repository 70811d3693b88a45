/** What resources, their fields and their values are called. Safe for the browser. */
import type { DriftView } from "./schemas.ts";

export type DriftWords = {
  /** The thing that differs: "Phone 2201". */
  thing: (drift: Pick<DriftView, "kind" | "key">) => string;
  field: (name: string) => string;
  value: (value: unknown) => string;
  /** What was asked for and what the system holds, field by field, on one line. */
  line: (fields: DriftView["fields"]) => string;
};

/**
 * The words for differences. A field that the catalogue does not name is called by its own name.
 * @param words of the catalogue's part `drift`; undefined for what it does not name
 */
export function driftWords(words: (path: string, values?: Record<string, string>) => string | undefined): DriftWords {
  const field = (name: string) => words(`field.${name}`) ?? name;
  const value = (given: unknown): string => {
    if (given === null || given === undefined || given === "") return words("value.none")!;
    if (typeof given === "boolean") return words(given ? "value.on" : "value.off")!;
    if (Array.isArray(given)) return given.length === 0 ? words("value.none")! : given.map(value).join(", ");
    // Day, night 1 and night 2.
    if (typeof given === "object") return Object.values(given).map(value).join(", ");
    return String(given);
  };
  return {
    thing: ({ kind, key }) => {
      const called = words(`kind.${kind}`);
      return called === undefined ? key : words("thing", { kind: called, key })!;
    },
    field,
    value,
    line: (fields) => fields.map(({ field: name, wanted, found }) => words("fieldInLine", { field: field(name), wanted: value(wanted), found: value(found) })).join(", "),
  };
}
