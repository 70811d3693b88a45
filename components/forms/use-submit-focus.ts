"use client";

import { useEffect, useRef, type RefObject } from "react";
import { focusControl } from "./focus-control.ts";

/**
 * Puts focus where it belongs when a submit has ended: on the first faulty control in the order of the page, else back
 * where it was before the fieldset was disabled, which takes the focus away.
 */
export function useSubmitFocus(form: RefObject<HTMLFormElement | null>, submits: number, saving: boolean): void {
  const before = useRef<Element | null>(null);
  const answered = useRef(0);

  useEffect(() => {
    if (saving || submits === answered.current) return;
    answered.current = submits;
    const faulty = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (focusControl(faulty)) return;
    if (document.activeElement === document.body && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  }, [form, submits, saving]);

  useEffect(() => {
    const element = form.current;
    const remember = () => {
      before.current = document.activeElement;
    };
    element?.addEventListener("submit", remember, true);
    return () => element?.removeEventListener("submit", remember, true);
  }, [form]);
}
