/** Puts values into the places of a text, such as `{account}`; for texts that are no page's, where no library of messages is. Pure. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
}
