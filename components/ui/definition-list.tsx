import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type DefinitionListProps = {
  items: readonly { term: string; description: ReactNode }[];
  /** How many pairs stand side by side where there is room. */
  columns?: 1 | 2 | 3;
};

const COLUMNS = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };

/** Names and values of one thing. A value that is not there shows a dash. */
export function DefinitionList({ items, columns = 2 }: DefinitionListProps) {
  return (
    <dl className={classNames("grid gap-x-6 gap-y-4", COLUMNS[columns])}>
      {items.map((item) => (
        <div key={item.term} className="min-w-0">
          <dt className="text-xs font-medium text-fg-3">{item.term}</dt>
          <dd className="mt-0.5 text-sm">{isMissing(item.description) ? "–" : item.description}</dd>
        </div>
      ))}
    </dl>
  );
}

function isMissing(description: ReactNode): boolean {
  return description === null || description === undefined || description === "";
}
