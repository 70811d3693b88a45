/** Joins the class names that are there. Later ones do not override earlier ones: pass only what does not overlap. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
