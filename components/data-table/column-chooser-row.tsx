"use client";

import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import GripVertical from "lucide-react/icons/grip-vertical";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ONLY_BELOW } from "./column.ts";
import type { FromWidth } from "./column.ts";

type ColumnChooserRowProps = {
  column: { header: string; chooserLabel?: string; hideable?: boolean; from?: FromWidth };
  shown: boolean;
  first: boolean;
  last: boolean;
  onToggle: () => void;
  onMove: (by: -1 | 1) => void;
  onDragTo: (clientY: number) => void;
};

/** One column of the chooser. The buttons do all that dragging does (WCAG 2.5.7). */
export function ColumnChooserRow({ column, shown, first, last, onToggle, onMove, onDragTo }: ColumnChooserRowProps) {
  const t = useTranslations("table.columns");
  const [dragged, setDragged] = useState(false);
  const label = column.chooserLabel ?? column.header;
  const name = { column: label };
  const fixed = column.hideable === false;
  return (
    <li className={classNames("flex min-h-8 items-center gap-1 rounded-sm", dragged && "bg-accent-soft")}>
      <span
        aria-hidden
        title={t("drag", name)}
        className="grid size-6 shrink-0 cursor-grab touch-none place-items-center text-fg-3 active:cursor-grabbing"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged(true);
        }}
        onPointerMove={(event) => dragged && onDragTo(event.clientY)}
        onPointerUp={() => setDragged(false)}
        onPointerCancel={() => setDragged(false)}
      >
        <GripVertical className="size-4" />
      </span>
      <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-1 text-sm">
        <Checkbox checked={shown} disabled={fixed} onCheckedChange={onToggle} />
        <span className="min-w-0 flex-1">
          <span className="block break-words">{label}</span>
          {fixed && <span className="block text-xs text-fg-3">{t("always")}</span>}
          {column.from && <span className={classNames("block text-xs text-fg-3", ONLY_BELOW[column.from])}>{t("wider")}</span>}
        </span>
      </label>
      <IconButton size="xs" label={t("up", name)} icon={<ArrowUp aria-hidden />} aria-disabled={first || undefined} onClick={() => onMove(-1)} />
      <IconButton size="xs" label={t("down", name)} icon={<ArrowDown aria-hidden />} aria-disabled={last || undefined} onClick={() => onMove(1)} />
    </li>
  );
}
