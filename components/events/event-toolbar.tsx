"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode, RefObject } from "react";
import type { Column } from "#components/data-table/column.ts";
import { EXPORT_FORMATS } from "#components/data-table/export-menu.tsx";
import { ListArrangement } from "#components/data-table/list-arrangement.tsx";
import { withSearch } from "#components/data-table/list-changes.ts";
import type { SavedView } from "#components/data-table/list-state.ts";
import type { ChangeViews } from "#components/data-table/saved-views.ts";
import { SearchBox } from "#components/data-table/search-box.tsx";
import type { ChosenColumns } from "#components/data-table/use-column-choice.ts";
import type { ListAddress } from "#components/data-table/use-list-address.ts";
import { ViewsMenu } from "#components/data-table/views-menu.tsx";
import type { EventView } from "#lib/events/schemas.ts";
import { EVENT_LIST } from "./event-list.ts";

type EventToolbarProps = {
  accountId: string;
  address: ListAddress;
  columns: readonly Column<EventView>[];
  choice: ChosenColumns;
  searchRef: RefObject<HTMLInputElement | null>;
  views: readonly SavedView[];
  onViews: ChangeViews;
  /** What filters the list. */
  children: ReactNode;
};

/** Search and filter at the start; views, columns and export at the end. */
export function EventToolbar({ accountId, address, columns, choice, searchRef, views, onViews, children }: EventToolbarProps) {
  const t = useTranslations("events");
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="mb-3 flex flex-wrap items-start gap-x-2.5 gap-y-2">
      <SearchBox label={t("search")} value={address.state.search} inputRef={searchRef} onSearch={(text) => address.ask(withSearch(address.state, text), "replace")} />
      {children}
      <div className="ms-auto flex items-center">
        <ViewsMenu
          views={views}
          state={address.state}
          shape={EVENT_LIST}
          onApply={(view) => {
            address.arrange({ columns: view.columns, density: view.density });
            address.ask(view);
          }}
          onChange={onViews}
        />
        <ListArrangement
          columns={columns}
          choice={choice}
          choosing={choosing}
          onChoosing={setChoosing}
          address={address}
          exportHref={(format, query) => `/api/v1/accounts/${accountId}/events/export?format=${format}&${query}`}
          exportFormats={EXPORT_FORMATS}
        />
      </div>
    </div>
  );
}
