"use client";

import Columns3 from "lucide-react/icons/columns-3";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { ColumnChooserRow } from "./column-chooser-row.tsx";
import { moveColumn, toggleColumn } from "./column-choice.ts";
import type { ColumnChoice } from "./column-choice.ts";
import type { Column } from "./column.ts";
import { DENSITIES } from "./list-state.ts";
import type { Density } from "./list-state.ts";

type ColumnChooserProps<Row> = {
  columns: readonly Column<Row>[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  choice: ColumnChoice;
  onChoose: (choice: ColumnChoice) => void;
  onReset: () => void;
  density: Density;
  onDensity: (density: Density) => void;
};

/** Shows, hides and orders columns, by buttons or by dragging, and sets how high the rows are. It acts at once; "OK" leaves it. */
export function ColumnChooser<Row>({ columns, open, onOpenChange, choice, onChoose, onReset, density, onDensity }: ColumnChooserProps<Row>) {
  const t = useTranslations("table.columns");
  const list = useRef<HTMLUListElement>(null);
  const [said, say] = useState("");
  const byId = new Map(columns.map((column) => [column.id, column]));
  // The first column is no part of the choice where it names the rows and stays.
  const naming = choice.length < columns.length ? columns[0] : undefined;
  const before = naming ? 1 : 0;
  const toggle = (id: string) => {
    const next = toggleColumn(choice, id);
    if (naming || next.some((column) => column.shown)) onChoose(next);
    else say(t("last"));
  };

  const move = (id: string, place: number) => {
    if (place < 0 || place >= choice.length) return;
    onChoose(moveColumn(choice, id, place));
    say(t("moved", { column: byId.get(id)?.header ?? id, place: place + 1 + before, count: choice.length + before }));
  };
  return (
    <Popover
      title={t("title")}
      open={open}
      onOpenChange={onOpenChange}
      className="w-80"
      trigger={
        <Button variant="ghost" icon={<Columns3 aria-hidden />}>
          <span className="max-sm:sr-only">{t("open")}</span>
        </Button>
      }
    >
      {naming && (
        <p className="flex min-h-8 items-center justify-between gap-2 ps-8 text-sm text-fg-3">
          {naming.header} <span className="text-xs">{t("always")}</span>
        </p>
      )}
      <ul ref={list}>
        {choice.map(({ id, shown }, place) => {
          const column = byId.get(id);
          if (!column) return null;
          return (
            <ColumnChooserRow
              key={id}
              column={column}
              shown={shown}
              first={place === 0}
              last={place === choice.length - 1}
              onToggle={() => toggle(id)}
              onMove={(by) => move(id, place + by)}
              onDragTo={(clientY) => {
                const target = placeAt(list.current, clientY);
                if (target !== place) move(id, target);
              }}
            />
          );
        })}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="mt-3 border-t border-line pt-3">
        <p className="mb-1 text-sm font-semibold">{t("density")}</p>
        <RadioGroup
          name="density"
          orientation="horizontal"
          aria-label={t("density")}
          value={density}
          onValueChange={onDensity}
          options={DENSITIES.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <div className="mt-2 flex items-center justify-between gap-2">
        <Button variant="ghost" size="sm" className="-ms-2.5" onClick={onReset}>
          {t("reset")}
        </Button>
        <Button size="sm" onClick={() => onOpenChange(false)}>
          {t("ok")}
        </Button>
      </div>
    </Popover>
  );
}

/** The place in the list that a pointer at this height is over. */
function placeAt(list: HTMLUListElement | null, clientY: number): number {
  const rows = [...(list?.children ?? [])];
  const below = rows.findIndex((row) => clientY < row.getBoundingClientRect().bottom);
  return below < 0 ? rows.length - 1 : below;
}
