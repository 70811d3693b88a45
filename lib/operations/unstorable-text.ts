/**
 * Finds a text that PostgreSQL can not hold: one with a NUL character, or with half of a surrogate pair.
 * @param input whatever a door was given; bytes of files are left alone
 * @returns the dotted path of the first such text; undefined when there is none
 */
export function findUnstorableText(input: unknown, path: readonly string[] = []): string | undefined {
  if (typeof input === "string") return input.includes("\0") || !input.isWellFormed() ? path.join(".") : undefined;
  if (typeof input !== "object" || input === null || input instanceof Uint8Array) return undefined;
  for (const [name, value] of Object.entries(input)) {
    const found = findUnstorableText(name) === undefined ? findUnstorableText(value, [...path, name]) : path.join(".");
    if (found !== undefined) return found;
  }
  return undefined;
}
