import type { ReactNode } from "react";

type EmptyStateProps = { icon?: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode };

/** Nothing to show, and what to do next: first use, no match (action: clear filters) or hidden by the reader's role. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-1.5 px-4 py-12 text-center">
      {icon && (
        <span aria-hidden className="mb-1.5 grid size-11 place-items-center rounded-full bg-accent-soft text-accent [&_svg]:size-5">
          {icon}
        </span>
      )}
      <p className="text-base font-semibold">{title}</p>
      {children && <div className="max-w-prose text-sm text-fg-2">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
