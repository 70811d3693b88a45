"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { EventView } from "#lib/events/schemas.ts";
import type { EventWords } from "./event-words.ts";
import { historyOf } from "./history-link.tsx";

/** Who did what to which asset, when, and as what (EVENT-13 to EVENT-20, EVENT-23). */
export function EventSummary({ accountId, event, words }: { accountId: string; event: EventView; words: EventWords }) {
  const t = useTranslations("events.dialog");
  const role = words.role(event);
  return (
    <DefinitionList
      items={[
        { term: t("actor"), description: event.actorName },
        { term: t("role"), description: event.assumed ? t("assumed", { role }) : role },
        { term: t("action"), description: words.action(event.action) },
        { term: t("type"), description: event.type },
        {
          term: t("asset"),
          description: (
            <>
              {words.asset(event)}
              {event.assetId && (
                <Link href={historyOf(accountId, { kind: event.assetKind, id: event.assetId })} className="link ms-2 whitespace-nowrap">
                  {t("assetHistory")}
                </Link>
              )}
            </>
          ),
        },
        { term: t("at"), description: words.time(event.at) },
        { term: t("id"), description: <Copied value={event.id} /> },
        { term: t("actorId"), description: event.actorId && <Copied value={event.actorId} /> },
        {
          term: t("tags"),
          description: event.tags.length > 0 && (
            <span className="flex flex-wrap gap-1">
              {event.tags.map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}

function Copied({ value }: { value: string }) {
  const t = useTranslations("events.dialog");
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code className="truncate font-mono text-xs">{value}</code>
      <CopyButton value={value} label={`${t("copy")} ${value}`} />
    </span>
  );
}
