/** Far deeper than any body is nested, and less than what walks through one can follow: a few kilobytes of brackets would end that by its stack. */
const DEEPEST = 64;

/**
 * Whether a body is nested deeper than it may be.
 * @param value what JSON was parsed to
 */
export function isTooDeep(value: unknown, level = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  return level === DEEPEST || Object.values(value).some((inner) => isTooDeep(inner, level + 1));
}
