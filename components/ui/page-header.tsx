import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** What stands right beside the name, such as a choice of what the page shows. */
  beside?: ReactNode;
  subtitle?: ReactNode;
  actions?: ReactNode;
};

/** The head of a page: its name (the only h1), a line about it, and its acts with at most one primary button. */
export function PageHeader({ title, beside, subtitle, actions }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="min-w-0 text-xl font-semibold wrap-anywhere">{title}</h1>
          {beside}
        </div>
        {subtitle && <p className="mt-1 text-sm text-fg-3">{subtitle}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2.5">{actions}</div>}
    </header>
  );
}
