"use client";

import { useEffect, useEffectEvent } from "react";
import type { RefObject } from "react";
import { isSingleKey } from "#components/shell/single-keys.ts";

type ListKeys = {
  /** Holds the rows, each marked `data-row` with its id. */
  list: RefObject<HTMLElement | null>;
  search: RefObject<HTMLInputElement | null>;
  onToggle: (id: string) => void;
  onRange: (id: string) => void;
  onOpen: (id: string) => void;
};

/**
 * Moves through the rows and acts on them by keyboard. Single keys work anywhere on the page while they are switched on;
 * arrows, Space and Enter work on the row that has the focus, always.
 */
export function useListKeys({ list, search, onToggle, onRange, onOpen }: ListKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const box = list.current;
    if (!box || !answersTo(box, event.target)) return;
    const rows = [...box.querySelectorAll<HTMLElement>("[data-row]")];
    const focused = focusedRow(box);
    const act = actOf(event, focused);
    if (act === undefined) return;
    event.preventDefault();
    const id = focused?.dataset["row"];
    if (act === "search") search.current?.focus();
    else if (act === "next" || act === "previous") goTo(rows, focused, act === "next" ? 1 : -1);
    else if (id === undefined) return;
    else if (act === "toggle") onToggle(id);
    else if (act === "range") onRange(id);
    else onOpen(id);
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

type Act = "search" | "next" | "previous" | "toggle" | "range" | "open";

const SINGLE_KEYS: Record<string, Act> = { "/": "search", j: "next", k: "previous", x: "toggle", X: "range" };
const ROW_KEYS: Record<string, Act> = { ArrowDown: "next", ArrowUp: "previous", " ": "toggle", Enter: "open" };

function actOf(event: KeyboardEvent, focused: HTMLElement | null): Act | undefined {
  if (isSingleKey(event) && SINGLE_KEYS[event.key]) return SINGLE_KEYS[event.key];
  const onTheRow = focused !== null && event.target === focused;
  const onItsBox = focused !== null && event.target instanceof HTMLInputElement && event.target.type === "checkbox";
  const act = onTheRow || (onItsBox && event.key.startsWith("Arrow")) ? ROW_KEYS[event.key] : undefined;
  return act === "toggle" && event.shiftKey ? "range" : act;
}

/** Of several lists on a page the one with the focus answers, else the first. */
function answersTo(box: HTMLElement, target: EventTarget | null): boolean {
  const within = target instanceof Element ? target.closest("[data-list]") : null;
  return (within ?? document.querySelector("[data-list]"))?.contains(box) ?? false;
}

function focusedRow(box: HTMLElement): HTMLElement | null {
  const row = document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;
  return row && box.contains(row) ? row : null;
}

function goTo(rows: readonly HTMLElement[], from: HTMLElement | null, by: 1 | -1): void {
  const at = from === null ? -1 : rows.indexOf(from);
  const next = at < 0 ? rows[0] : (rows[at + by] ?? rows[at]);
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}
