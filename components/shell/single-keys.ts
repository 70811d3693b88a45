/** Shortcuts of one key without Ctrl or Cmd. They can be switched off, and never act while someone types (WCAG 2.1.4). */
import { rememberInCookie } from "./remember-in-cookie.ts";

const COOKIE = "single-keys";

const TYPING = "input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable=true]";
/** A toast is a dialog too, but not one that is opened and closed: it takes no keys away. */
const OPEN_DIALOG = "[data-open]:is([role=dialog], [role=alertdialog])";
const CHOOSING = "[role=menu], [role=listbox]";

/** Whether the person wants single keys; they do unless they said otherwise in this browser. */
export function singleKeysOn(): boolean {
  return !document.cookie.split("; ").includes(`${COOKIE}=off`);
}

export function rememberSingleKeys(on: boolean): void {
  rememberInCookie(COOKIE, on ? "on" : "off");
}

/** Whether a key press may act as a single-key shortcut now. */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !singleKeysOn()) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.matches(TYPING) && !target?.closest(CHOOSING) && document.querySelector(OPEN_DIALOG) === null;
}
