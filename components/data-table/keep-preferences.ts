import { request } from "#components/api/request.ts";
import type { ListPreferences } from "./list-state.ts";

const KEEP_AFTER_MS = 800;

/** The key under which a person's choices for a list are kept; `list` names the list, e.g. "users". */
export function listPreferenceKey(list: string): string {
  return `list.${list}`;
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
