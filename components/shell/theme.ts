import type { Theme } from "./shell-context.ts";

/** Puts a theme on the page at once; the server does the same from the cookie with the next one. "system" follows the device. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
}
