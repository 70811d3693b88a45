/** Target attributes such as `emails[type eq "work"].value`: put into a new resource, and looked up in one that was read. Pure. */

type Resource = Record<string, unknown>;

const PATH = /^([^[.\s]+)(?:\[(\w+) eq "([^"]*)"\])?(?:\.(\w+))?$/;

/** Primary is a boolean in JSON, whatever the mapping calls it. */
function typed(name: string, value: string): string | boolean {
  return name === "primary" ? value.toLowerCase() === "true" : value;
}

/** Puts a value where its target attribute says. */
export function place(resource: Resource, target: string, value: string): void {
  const match = PATH.exec(target);
  if (!match) return;
  const [, name = "", by, is = "", part] = match;
  if (!by) {
    if (part === undefined) resource[name] = value;
    else resource[name] = { ...(resource[name] as Resource | undefined), [part]: value };
    return;
  }
  const items = (resource[name] as Resource[] | undefined) ?? [];
  const item = items.find((each) => each[by] === typed(by, is));
  if (item) item[part ?? "value"] = value;
  else items.push({ [by]: typed(by, is), [part ?? "value"]: value });
  resource[name] = items;
}

/** The value of a target attribute in a resource, as a text; undefined when it has none. */
export function valueAt(resource: Resource, target: string): string | undefined {
  const match = PATH.exec(target);
  if (!match) return undefined;
  const [, name = "", by, is = "", part] = match;
  const whole = resource[name];
  const holder = by ? (Array.isArray(whole) ? whole : []).find((each: Resource) => String(each[by]).toLowerCase() === is.toLowerCase()) : whole;
  const value: unknown = part === undefined ? holder : (holder as Resource | undefined)?.[part];
  return value === undefined || value === null ? undefined : String(value);
}
