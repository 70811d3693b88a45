import { request } from "#components/api/request.ts";
import type { ListPreferences } from "./list-state.ts";

const KEEP_AFTER_MS = 800;

/** The key under which a person's choices for a list are kept; `list` names the list, e.g. "users". */
function listPreferenceKey(list: string): string {
  return `list.${list}`;
}

/** A person's choices for a list, out of all that is kept for the person. */
export function listPreferences(kept: Readonly<Record<string, unknown>>, list: string): ListPreferences {
  return (kept[listPreferenceKey(list)] ?? {}) as ListPreferences;
}

/**
 * Makes the `onPreferencesChange` of a list: keeps the last choice once no other follows. A choice that could not be kept
 * still holds on the page and in its address, so a failure is not worth a message.
 */
export function keepListPreferences(list: string): (preferences: ListPreferences) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (value) => {
    clearTimeout(timer);
    timer = setTimeout(() => void request("PUT", `/me/preferences/${listPreferenceKey(list)}`, { body: { value } }), KEEP_AFTER_MS);
  };
}
