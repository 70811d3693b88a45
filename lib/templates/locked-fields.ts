/** Which fields of a default template can not be changed (column "Disabled" of ACDTF, OP4-07, OP4-12). */
import { TEMPLATE_FIELDS } from "./fields.ts";
import { leaves } from "./leaves.ts";
import type { TemplateValues } from "./schemas.ts";

/**
 * Dotted paths; a path locks everything below it. The two further phones are locked whole, so that the default template
 * has exactly one phone (ACDTPL-07).
 */
export const LOCKED_FIELDS: readonly string[] = [
  "label",
  "description",
  "user.password",
  "user.tuiPasscode",
  "phones.primary.include",
  "phones.primary.hotDeskingUser",
  "phones.primary.acdAgent",
  "phones.primary.enableSipSoftphone",
  "phones.primary.externalHotDeskLicense",
  "phones.primary.preferredSet",
  "phones.primary.includeTeleworker",
  "phones.primary.serviceLevel",
  "phones.secondary",
  "phones.other",
  "includeGroup",
  "includeSpeechAutoAttendant",
  "includeNuPoint",
  "includeConferencing",
  "client.featureProfile",
];

/** Whether a field of a default template is disabled. */
export function isLocked(path: string): boolean {
  return LOCKED_FIELDS.some((locked) => path === locked || path.startsWith(`${locked}.`));
}

/**
 * The locked fields in which new values of a default template differ from the stored ones (ACDTPL-05): path and label of
 * each; empty when only free fields were changed (ACDTPL-06). For custom templates nothing is locked; do not ask.
 */
export function lockedFieldChanges(values: TemplateValues, before: TemplateValues): { path: string; label: string }[] {
  const now = leaves(values);
  const then = leaves(before);
  return [...new Set([...now.keys(), ...then.keys()])]
    .filter((path) => isLocked(path) && now.get(path) !== then.get(path))
    .map((path) => ({ path, label: labelOf(path) }));
}

function labelOf(path: string): string {
  return TEMPLATE_FIELDS.find((field) => path === field.path || path.startsWith(`${field.path}.`))?.label ?? path;
}
