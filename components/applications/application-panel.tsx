"use client";

import { useTranslations } from "next-intl";
import { IntegrationIcon } from "#components/integrations/integration-icon.tsx";
import { useLiveChanges } from "#components/live/use-live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import type { Applications } from "./use-applications.ts";

type ApplicationPanelProps = {
  applications: Applications;
  isPartner: boolean;
  /** Called when an application was opened. */
  onLeave: () => void;
};

/** The applications of the signed-in person; each opens in a tab of its own. */
export function ApplicationPanel({ applications: { items, failure, opening, reload, launch }, isPartner, onLeave }: ApplicationPanelProps) {
  const t = useTranslations("shell.launcher");
  useLiveChanges(["integrations", "licenses"], reload);
  return (
    <>
      {failure !== "" && (
        <div role="alert" className="mb-2 flex flex-wrap items-center justify-between gap-2 text-sm text-bad">
          {failure}
          <Button size="sm" onClick={reload}>{t("retry")}</Button>
        </div>
      )}
      {items === null && failure === "" && <div aria-busy><SkeletonText /></div>}
      {items?.length === 0 && <p className="py-2 text-sm text-fg-2">{t(isPartner ? "ofCustomers" : "empty")}</p>}
      {items !== null && items.length > 0 && (
        <ul className="-mx-1.5">
          {items.map(({ key, name, icon }) => (
            <li key={key}>
              <button
                type="button"
                onClick={() => void launch(key).then((opened) => opened && onLeave())}
                aria-busy={opening === key}
                className="flex min-h-11 w-full items-center gap-3 rounded-md px-1.5 py-1.5 text-start text-sm font-medium text-fg hover:bg-surface-2"
              >
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
