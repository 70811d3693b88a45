import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
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

export type KeepPreferences = {
  /**
   * Keeps what has changed once no other change follows. A choice that could not be kept still holds on the page and in its address,
   * so a failure is not worth a message.
   */
  soon: (changed: ListPreferences) => void;
  /** Changes now what is kept, and gives all that is kept then, or tells why it is not. */
  now: (change: (kept: ListPreferences) => ListPreferences) => Promise<Result<ListPreferences>>;
};

type Preferences = Readonly<Record<string, unknown>>;

/** Makes the `keepPreferences` of a list. Another tab may have kept something since this page was read, so that a change is made to what is kept by now. */
export function keepListPreferences(list: string): KeepPreferences {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ListPreferences = {};
  const now: KeepPreferences["now"] = async (change) => {
    clearTimeout(timer);
    const changed = waiting;
    waiting = {};
    const read = await request<{ preferences: Preferences }>("GET", "/me/preferences");
    if (!read.ok) return read;
    const value = change({ ...listPreferences(read.data.preferences, list), ...changed });
    const kept = await request("PUT", `/me/preferences/${listPreferenceKey(list)}`, { body: { value } });
    return kept.ok ? { ok: true, data: value } : kept;
  };
  return {
    soon: (changed) => {
      clearTimeout(timer);
      waiting = { ...waiting, ...changed };
      timer = setTimeout(() => void now((kept) => kept), KEEP_AFTER_MS);
    },
    now,
  };
}
