"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { request } from "#components/api/request.ts";
import { IntegrationIcon } from "#components/integrations/integration-icon.tsx";
import { useLiveChanges } from "#components/live/use-live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import type { ApplicationList, ApplicationView, OpenedApplication } from "#lib/applications/schemas.ts";

type ApplicationPanelProps = {
  isPartner: boolean;
  /** Called when an application was opened. */
  onLeave: () => void;
};

/** The applications of the signed-in person; each opens in a tab of its own. */
export function ApplicationPanel({ isPartner, onLeave }: ApplicationPanelProps) {
  const t = useTranslations("shell.launcher");
  const [items, setItems] = useState<readonly ApplicationView[] | null>(null);
  const [failure, setFailure] = useState("");
  const [opening, setOpening] = useState<string | null>(null);

  const load = async () => {
    const result = await request<ApplicationList>("GET", "/me/applications");
    setFailure(result.ok ? "" : result.error.message);
    if (result.ok) setItems(result.data.items);
  };
  const loadFirst = useEffectEvent(() => void load());
  useEffect(() => loadFirst(), []);
  useLiveChanges(["integrations", "licenses"], () => void load());

  const show = async (key: string) => {
    if (opening !== null) return;
    // Before the answer is there: a browser opens a tab for somebody who has pressed, not for a page that has waited.
    const tab = window.open("", "_blank");
    setOpening(key);
    const result = await request<OpenedApplication>("POST", `/me/applications/${key}/open`);
    setOpening(null);
    if (!result.ok) {
      tab?.close();
      await load();
      return setFailure(result.error.message);
    }
    if (tab) tab.opener = null;
    (tab ?? window).location.replace(result.data.address);
    onLeave();
  };
  return (
    <>
      {failure !== "" && (
        <div role="alert" className="mb-2 flex flex-wrap items-center justify-between gap-2 text-sm text-bad">
          {failure}
          <Button size="sm" onClick={() => void load()}>{t("retry")}</Button>
        </div>
      )}
      {items === null && failure === "" && <div aria-busy><SkeletonText /></div>}
      {items?.length === 0 && <p className="py-2 text-sm text-fg-2">{t(isPartner ? "ofCustomers" : "empty")}</p>}
      {items !== null && items.length > 0 && (
        <ul className="-mx-1.5">
          {items.map(({ key, name, icon }) => (
            <li key={key}>
              <button type="button" onClick={() => void show(key)} aria-busy={opening === key} className="flex min-h-11 w-full items-center gap-3 rounded-md px-1.5 py-1.5 text-start text-sm font-medium hover:bg-surface-2">
                <IntegrationIcon name={icon} />
                <span className="min-w-0 flex-1">{name}</span>
                <span className="sr-only">{t("newTab")}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
