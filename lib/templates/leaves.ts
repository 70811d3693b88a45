/** The single values of a template by their dotted paths, e.g. `phones.primary.classOfService.night1`. */
export function leaves(node: object, prefix = "", into = new Map<string, unknown>()): Map<string, unknown> {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "object" && value !== null) leaves(value, `${prefix}${key}.`, into);
    else into.set(`${prefix}${key}`, value);
  }
  return into;
}
