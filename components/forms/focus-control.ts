const CONTROL = "input, select, textarea, button, [tabindex]";

/** Focuses a control, or the first control in a group such as radios. Says whether there was one. */
export function focusControl(element: HTMLElement | null | undefined): boolean {
  const control = element?.matches(CONTROL) ? element : element?.querySelector<HTMLElement>(CONTROL);
  control?.focus();
  return Boolean(control);
}
