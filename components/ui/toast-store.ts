import type { ReactNode } from "react";

export type ToastMessage = { title: ReactNode; description?: ReactNode; tone?: "good" | "bad" };
export type ShownToast = ToastMessage & { id: number };

const MOST_AT_ONCE = 3;
const NONE: readonly ShownToast[] = [];
const listeners = new Set<() => void>();
let shown = NONE;
let lastId = 0;

function show(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

export function addToast(message: ToastMessage): void {
  lastId += 1;
  show([...shown, { ...message, id: lastId }].slice(-MOST_AT_ONCE));
}

export function dismissToast(id: number): void {
  show(shown.filter((other) => other.id !== id));
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function shownToasts(): readonly ShownToast[] {
  return shown;
}

/** On the server, and while hydrating, there are none. */
export function noToasts(): readonly ShownToast[] {
  return NONE;
}
