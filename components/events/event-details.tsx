"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Time } from "#components/ui/time.tsx";
import type { EventView, PropertyChange } from "#lib/events/schemas.ts";
import { useAssetWords } from "./asset-words.ts";

/** The window "Event Details": who did what to which asset, what it was before and is after (EVENT-26, EVENT-27, pains 44). */
export function EventDetails({ event, onClose }: { event: EventView; onClose: () => void }) {
  const t = useTranslations("events.dialog");
  const origins = useTranslations("events.origins");
  const asset = useAssetWords();
  const origin = event.origin as "session";
  const hasDetails = Object.keys(event.details).length > 0;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={<When at={event.at} />} size="lg">
      <div className="flex flex-col gap-5">
        <DefinitionList
          items={[
            { term: t("actor"), description: origins.has(origin) ? t("actorBy", { name: event.actorName, origin: origins(origin) }) : event.actorName },
            { term: t("action"), description: event.action },
            { term: t("asset"), description: asset(event) },
            { term: t("operation"), description: <code className="font-mono text-xs">{event.operation}</code> },
            { term: t("actorId"), description: event.actorId && <Copied value={event.actorId} name={t("actorId")} /> },
            { term: t("assetId"), description: event.assetId && <Copied value={event.assetId} name={t("assetId")} /> },
            { term: t("id"), description: <Copied value={event.id} name={t("id")} /> },
            { term: t("correlationId"), description: <Copied value={event.correlationId} name={t("correlationId")} /> },
          ]}
        />
        <section>
          <h3 className="mb-2 text-sm font-semibold">{t("changes")}</h3>
          {event.changes.length === 0 ? <p className="text-fg-2">{t("noChanges")}</p> : <Changes changes={event.changes} />}
        </section>
        {hasDetails && (
          <section>
            <h3 className="mb-2 text-sm font-semibold">{t("details")}</h3>
            <pre tabIndex={0} className="overflow-x-auto rounded-md border border-line bg-surface-2 p-3 font-mono text-xs">
              {JSON.stringify(event.details, null, 2)}
            </pre>
          </section>
        )}
        <p className="flex items-center gap-1 text-fg-3">
          {t("copyAll")} <CopyButton value={JSON.stringify(event, null, 2)} label={t("copyAll")} />
        </p>
      </div>
    </Dialog>
  );
}

function When({ at }: { at: string }) {
  return (
    <>
      <Time value={at} show="exact" /> (<Time value={at} />)
    </>
  );
}

function Copied({ value, name }: { value: string; name: string }) {
  const t = useTranslations("events.dialog");
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code className="truncate font-mono text-xs">{value}</code>
      <CopyButton value={value} label={t("copy", { name })} />
    </span>
  );
}

/** What changed, with before and after side by side. */
function Changes({ changes }: { changes: readonly PropertyChange[] }) {
  const t = useTranslations("events.dialog");
  return (
    <div className="overflow-x-auto rounded-md border border-line" tabIndex={0} role="region" aria-label={t("changes")}>
      <table className="w-full">
        <thead className="bg-surface-2 text-xs text-fg-3">
          <tr>
            {(["property", "before", "after"] as const).map((column) => (
              <th key={column} scope="col" className="px-3 py-2 text-start font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ property, before, after }) => (
            <tr key={property} className="border-t border-line align-top">
              <th scope="row" className="px-3 py-2 text-start font-medium">
                {property}
              </th>
              <td className="px-3 py-2 break-words text-fg-2">{valueText(before)}</td>
              <td className="px-3 py-2 break-words">{valueText(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
