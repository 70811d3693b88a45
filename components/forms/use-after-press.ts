"use client";

import { useCallback, useEffect, useRef } from "react";

/**
 * Gives `afterPress`, which runs a function at once, or after the click when a press is under way. Leaving a field by
 * pressing a button validates the field; were its message to appear before the release, the button would move away and
 * the click be lost.
 */
export function useAfterPress(): (run: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);

  useEffect(() => {
    function press() {
      pressed.current = true;
    }
    function release() {
      pressed.current = false;
      const runs = waiting.current.splice(0);
      // The click event follows the release within the same task queue turn; a timer of zero comes after it.
      setTimeout(() => runs.forEach((run) => run()), 0);
    }
    window.addEventListener("pointerdown", press, true);
    window.addEventListener("pointerup", release, true);
    window.addEventListener("pointercancel", release, true);
    return () => {
      window.removeEventListener("pointerdown", press, true);
      window.removeEventListener("pointerup", release, true);
      window.removeEventListener("pointercancel", release, true);
    };
  }, []);

  return useCallback((run) => {
    if (pressed.current) waiting.current.push(run);
    else run();
  }, []);
}
