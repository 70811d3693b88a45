type Gate = (event: PopStateEvent) => void;

let gate: Gate | null = null;

// Listeners of the window are called in the order they were added, whatever their phase. This one must come before the
// router's, to be able to stop a step in the history from reaching it; so it is added when the module is loaded, which
// `UiProvider` in the root layout makes happen before the router's first effect.
if (typeof window !== "undefined") {
  window.addEventListener("popstate", (event) => gate?.(event));
}

/** Has `next` see every step in the history before the router does; gives back how to end that. */
export function gateHistory(next: Gate): () => void {
  gate = next;
  return () => {
    if (gate === next) gate = null;
  };
}
