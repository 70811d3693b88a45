"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { ChatSettingsView } from "#lib/chat-settings/schemas.ts";
import type { IntegrationEntry, IntegrationKey } from "#lib/integrations/schemas.ts";
import { FeatureList } from "./feature-list.tsx";
import { FeatureRow } from "./feature-row.tsx";
import { IntegrationControls } from "./integration-controls.tsx";
import { IntegrationIcon } from "./integration-icon.tsx";
import type { IntegrationRights } from "./integration-rights.ts";

const TONES = { good: "text-good", warn: "text-warn", bad: "text-bad", neutral: "text-fg-3" };

type IntegrationRowProps = {
  accountId: string;
  entry: IntegrationEntry;
  chat: ChatSettingsView;
  rights: IntegrationRights;
  /** Those that can be removed by themselves, also where they stand below another one. */
  removable: ReadonlySet<IntegrationKey>;
  onRemove: (key: IntegrationKey) => void;
};

/** One integration of the panel: its name, how it stands, its features, and what can be done with it (INTEG-06, INTEG-07). */
export function IntegrationRow({ accountId, entry, chat, rights, removable, onRemove }: IntegrationRowProps) {
  const t = useTranslations("integrations.panel");
  const { name, icon, state, features } = entry;
  return (
    <li aria-label={name} className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <IntegrationIcon name={icon} />
        <div className="min-w-0 flex-1 basis-40">
          <h3 className="text-sm font-semibold">{name}</h3>
          {state && (
            <p className={classNames("flex items-start gap-1.5 text-sm", TONES[state.tone])}>
              <ToneIcon tone={state.tone} className="mt-0.5 size-4 shrink-0" />
              <span className="min-w-0 wrap-anywhere">
                {state.message}
                {entry.ownPage && (
                  <>
                    {" "}
                    <Link href={`/accounts/${accountId}/${entry.ownPage}`} aria-label={t("detailsOf", { name })} className="text-accent underline">
                      {t("details")}
                    </Link>
                  </>
                )}
                {state.helpPath && (
                  <>
                    {" "}
                    <Link href={`/accounts/${accountId}/${state.helpPath}`} className="text-accent hover:underline">
                      {t("troubleshoot")}
                    </Link>
                  </>
                )}
              </span>
            </p>
          )}
          {!state && entry.status === "on" && <p className="text-sm text-fg-3">{t("on")}</p>}
        </div>
        <IntegrationControls accountId={accountId} entry={entry} rights={rights} onRemove={() => onRemove(entry.key)} />
      </div>
      {features.length > 0 && entry.status === "on" && (
        <FeatureList of={name}>
          {features.map((feature) => {
            const below = feature.settings?.key;
            const removes = below !== undefined && below !== entry.key && removable.has(below) ? () => onRemove(below) : undefined;
            return <FeatureRow key={feature.key} accountId={accountId} entry={entry} feature={feature} chat={chat} mayConfigure={rights.configure} onRemove={removes} />;
          })}
        </FeatureList>
      )}
    </li>
  );
}
