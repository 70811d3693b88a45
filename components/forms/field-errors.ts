import type { FieldErrors } from "react-hook-form";

type NamedError = { name: string; message: string };

/** The messages of a form by the names of their fields, in the order of the form's values. */
export function namedErrors(errors: FieldErrors, prefix = ""): NamedError[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== "object" || key === "ref") return [];
    const name = prefix + key;
    const own = typeof error.message === "string" && error.message !== "" ? [{ name, message: error.message }] : [];
    return [...own, ...namedErrors(nested(error), `${name}.`)];
  });
}

/** An error of a list or a group holds those of its members beside its own. */
function nested(error: object): FieldErrors {
  const { type: _type, message: _message, ref: _ref, types: _types, root, ...members } = error as Record<string, unknown>;
  return (root ? { ...members, root } : members) as FieldErrors;
}

/** The field on the page that a message about `path` belongs to: itself, or the nearest that contains it. */
export function fieldFor(path: string, names: ReadonlySet<string>): string | null {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join(".");
    if (names.has(name)) return name;
  }
  return null;
}

/** How many values differ from those the form began with. */
export function countChanges(dirty: unknown): number {
  if (dirty === true) return 1;
  if (typeof dirty !== "object" || dirty === null) return 0;
  return Object.values(dirty).reduce<number>((sum, part) => sum + countChanges(part), 0);
}

/** Those top-level values that differ from those the form began with. */
export function pickChanged<Values extends object>(values: Values, dirty: object): Partial<Values> {
  const entries = Object.entries(dirty).filter(([, part]) => countChanges(part) > 0);
  const names = new Set(entries.map(([name]) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name))) as Partial<Values>;
}
