"use client";

import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { EventFilters } from "./event-list.ts";
import type { EventWords } from "./event-words.ts";

type ActiveFilterProps = { filters: EventFilters; words: EventWords; onEdit: () => void; onDelete: () => void };

/** The filter in use, in words, with what changes it and what takes it off (EVENT-52 to EVENT-54). */
export function ActiveFilter({ filters, words, onEdit, onDelete }: ActiveFilterProps) {
  const t = useTranslations("events.filter");
  const { assetKind, action, type, actorId, from, to } = filters;
  const times = { from: from && words.time(from), to: to && words.time(to) };
  const date = times.from && times.to ? t("between", { from: times.from, to: times.to }) : times.from ? t("from", { from: times.from }) : times.to ? t("to", { to: times.to }) : undefined;
  const parts = [
    [t("asset"), assetKind && words.assetKind(assetKind)],
    [t("action"), action && words.action(action)],
    [t("type"), type],
    [t("actorId"), actorId],
    [t("date"), date],
  ] as const;
  return (
    <section aria-label={t("active")} className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface-2 px-3.5 py-1.5 text-sm">
      <h2 className="me-1 font-semibold">{t("active")}</h2>
      {parts.map(([label, value]) => value && <Tag key={label}>{`${label}: ${value}`}</Tag>)}
      <span className="ms-auto flex">
        <IconButton label={t("edit")} icon={<Pencil aria-hidden />} onClick={onEdit} />
        <IconButton label={t("delete")} icon={<Trash2 aria-hidden />} onClick={onDelete} />
      </span>
    </section>
  );
}
