"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TabItem = { id: string; label: string; content: ReactNode };

type TabsProps = {
  label: string;
  items: readonly TabItem[];
  /** Which one is shown first. */
  initial?: string | undefined;
  onSelect?: (id: string) => void;
};

/** Parts of one thing, of which one is shown. On a narrow screen the row of tabs scrolls in itself. */
export function Tabs({ label, items, initial, onSelect }: TabsProps) {
  return (
    <Base.Root defaultValue={initial ?? items[0]?.id} onValueChange={(id) => onSelect?.(String(id))}>
      <Base.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line px-2">
        {items.map(({ id, label: name }) => (
          <Base.Tab
            key={id}
            value={id}
            className={classNames(
              "-mb-px min-h-10 shrink-0 border-b-2 border-transparent px-2.5 text-sm font-medium whitespace-nowrap text-fg-2 hover:text-fg focus-visible:-outline-offset-2",
              "data-active:border-accent data-active:text-accent",
            )}
          >
            {name}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map(({ id, content }) => (
        <Base.Panel key={id} value={id} className="p-4 outline-none focus-visible:outline-2 focus-visible:-outline-offset-2">
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
