/** What an event says of a template: the single fields, and of secrets only that they are others. */
import type { PropertyChange } from "#lib/events/schemas.ts";
import { leaves } from "./leaves.ts";
import { NEW_TEMPLATE } from "./new-template.ts";
import { SECRET_FIELDS } from "./schemas.ts";
import type { TemplateValues } from "./schemas.ts";
import { withoutSecrets } from "./secrets.ts";
import type { Secrets } from "./secrets.ts";

/** The fields in which new values differ from the earlier ones. */
export function fieldChanges(before: TemplateValues, after: TemplateValues): PropertyChange[] {
  const then = leaves(withoutSecrets(before));
  return [...leaves(withoutSecrets(after))]
    .filter(([property, value]) => then.get(property) !== value)
    .map(([property, value]) => ({ property, before: then.get(property) ?? null, after: value }));
}

/** What was filled in of a template that is new: the fields that are not as in an empty one. */
export function filledFields(values: TemplateValues): PropertyChange[] {
  return fieldChanges(NEW_TEMPLATE, values).map(({ property, after }) => ({ property, before: null, after }));
}

/** Which secrets are others than before, for the details of an event: "set", "changed" or "removed". */
export function secretChanges(before: Secrets, after: Secrets): Record<string, string> {
  const changed = SECRET_FIELDS.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, before[field] === "" ? "set" : after[field] === "" ? "removed" : "changed"]));
}
