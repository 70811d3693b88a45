import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { ToneIcon } from "./tone-icon.tsx";

type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  /** At the end of the heading: a link or buttons. */
  actions?: ReactNode;
  children?: ReactNode;
  /** Without padding, for a table or rows that bring their own; a line then parts the heading from them. */
  flush?: boolean;
  tone?: "neutral" | "bad";
  headingLevel?: 2 | 3;
  className?: string;
};

/** A white panel on the page, with or without a heading. */
export function Card({ title, description, actions, children, flush, tone = "neutral", headingLevel = 2, className }: CardProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const bad = tone === "bad";
  return (
    <section className={classNames("overflow-clip rounded-lg border bg-surface shadow-sm", bad ? "border-bad-line" : "border-line", className)}>
      {title && (
        <header
          className={classNames(
            "flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3.5",
            bad && "bg-bad-soft text-bad",
            flush && !bad && "border-b border-line",
            !flush && "pb-0",
          )}
        >
          {bad && <ToneIcon tone="bad" className="size-4.5 shrink-0" />}
          <div className="min-w-0 flex-1 basis-48">
            <Heading className="text-base font-semibold wrap-anywhere">{title}</Heading>
            {description && <p className="text-sm text-fg-3">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2 text-sm">{actions}</div>}
        </header>
      )}
      {flush ? children : <div className="p-4">{children}</div>}
    </section>
  );
}
