/** "g" and then a letter opens a page. Pure. */
import type { NavigationPage } from "./navigation.ts";

/** For how long after "g" its letter is waited for. */
const LETTER_WITHIN_MS = 1500;

/** When "g" was pressed, in milliseconds; null when it was not, or its letter has come. */
export type Waiting = number | null;

/** What a key press at `now` means: the page to open, if one, and whether a letter is still waited for. */
export function pressGoTo(waiting: Waiting, key: string, now: number, pages: readonly NavigationPage[]): { waiting: Waiting; open?: NavigationPage } {
  if (waiting !== null && now - waiting <= LETTER_WITHIN_MS) return { waiting: null, open: pages.find((page) => page.key === key) };
  return { waiting: key === "g" ? now : null };
}
