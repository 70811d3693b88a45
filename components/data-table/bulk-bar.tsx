"use client";

import Ellipsis from "lucide-react/icons/ellipsis";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import type { ListPage, Selection } from "#lib/lists/schemas.ts";
import type { ListFilter } from "./list-state.ts";
import { SelectionWords } from "./selection-words.tsx";
import type { Ticks } from "./selection.ts";
import type { Selected } from "./use-ticks.ts";

/** An act on the selected rows. It asks before anything costly itself; `selected.clear` is for when it is done. */
export type BulkAction = {
  id: string;
  /** Verb and object: "Assign template". */
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  onSelect: (selection: Selection<ListFilter>, selected: Selected) => void;
};

type BulkBarProps = {
  list: ListPage<unknown>;
  pageIds: readonly string[];
  ticks: Ticks;
  selected: Selected;
  actions: readonly BulkAction[];
  /** Absent where not all rows can be selected. */
  onSelectAll: (() => void) | undefined;
};

/** Says what is selected and offers what can be done with it. On a narrow screen all but the first act are behind a button. */
export function BulkBar({ list, pageIds, ticks, selected, actions, onSelectAll }: BulkBarProps) {
  const t = useTranslations("table.select");
  const act = (action: BulkAction) => selected.selection && action.onSelect(selected.selection, selected);
  const [first, ...others] = actions;
  return (
    <div
      role="region"
      aria-label={t("bar")}
      className={classNames(
        "sticky top-[calc(var(--bar)+0.5rem)] z-20 mb-3 flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1",
        "rounded-md bg-fg px-3.5 py-1 text-sm text-surface [--focus:var(--surface)]",
      )}
    >
      <SelectionWords list={list} pageIds={pageIds} ticks={ticks} selected={selected} onSelectAll={onSelectAll} />
      <div className="ms-auto flex flex-wrap items-center">
        {first && <BulkButton action={first} onPress={() => act(first)} />}
        {others.map((action) => (
          <BulkButton key={action.id} action={action} onPress={() => act(action)} className="max-md:hidden" />
        ))}
        {others.length > 0 && (
          <span className="md:hidden">
            <Menu trigger={<IconButton variant="inverse" label={t("more")} icon={<Ellipsis aria-hidden />} />}>
              {others.map((action) => (
                <MenuItem key={action.id} icon={action.icon} danger={action.danger} onSelect={() => act(action)}>
                  {action.label}
                </MenuItem>
              ))}
            </Menu>
          </span>
        )}
        <IconButton variant="inverse" label={t("clear")} icon={<X aria-hidden />} onClick={selected.clear} />
      </div>
    </div>
  );
}

function BulkButton({ action, onPress, className }: { action: BulkAction; onPress: () => void; className?: string }) {
  return (
    <Button variant="inverse" icon={action.icon} onClick={onPress} className={classNames("whitespace-nowrap", className)}>
      {action.label}
    </Button>
  );
}
