import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-h-5 items-center rounded-sm border border-line-strong bg-surface px-1.5 font-sans text-xs font-medium text-fg-2 shadow-sm">
      {children}
    </kbd>
  );
}
