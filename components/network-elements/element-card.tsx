"use client";

import Ellipsis from "lucide-react/icons/ellipsis";
import ExternalLink from "lucide-react/icons/external-link";
import Pencil from "lucide-react/icons/pencil";
import RefreshCw from "lucide-react/icons/refresh-cw";
import Unplug from "lucide-react/icons/unplug";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { HistoryLink } from "#components/events/history-link.tsx";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { Time } from "#components/ui/time.tsx";
import type { NetworkElementView } from "#lib/network-elements/schemas.ts";
import { DisconnectDialog } from "./disconnect-dialog.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { ElementHead } from "./element-head.tsx";
import { ElementStatus } from "./element-status.tsx";
import { FlowThrough } from "./flow-through.tsx";

type ElementCardProps = { accountId: string; element: NetworkElementView };

/** A connected system: how it stands, what it told of itself (ACDPRE-01), and what can be done with the connection. */
export function ElementCard({ accountId, element }: ElementCardProps) {
  const t = useTranslations("networkElements");
  const [open, setOpen] = useState<"edit" | "disconnect" | null>(null);
  const { pending, failure, act } = useAct();
  const path = `/accounts/${accountId}/network-elements/${element.id}`;
  const inUse = element.serviceCount > 0;
  return (
    <section aria-label={t("card", { kind: t(`kind.${element.kind}`), name: element.name })} className="flex flex-col rounded-lg border border-line bg-surface p-4.5 shadow-sm">
      <ElementHead kind={element.kind} name={element.name}>
        <ElementStatus status={element.status} />
      </ElementHead>
      {failure ? (
        <Banner live tone="bad" title={failure.message} className="mt-4" />
      ) : (
        element.status !== "connected" && <Banner tone={element.status === "refused" ? "bad" : "warn"} title={element.statusMessage} className="mt-4" />
      )}
      <div className="mt-4 mb-4.5 flex-1">
        <DefinitionList
          items={[
            { term: t("release"), description: element.release },
            { term: t("address"), description: <span className="break-all">{element.address}</span> },
            { term: t("username"), description: element.username },
            { term: t("services"), description: t("serviceCount", { count: element.serviceCount }) },
            { term: t("checked"), description: <Time value={element.checkedAt} /> },
          ]}
        />
        {element.kind === "micollab" && <FlowThrough accountId={accountId} element={element} />}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <a href={element.address} target="_blank" rel="noreferrer" className={buttonClasses("secondary", "md")} aria-label={t("launchName", { name: element.name })}>
          <ExternalLink aria-hidden />
          {t("launch")}
        </a>
        <Button variant="ghost" icon={<RefreshCw aria-hidden />} pending={pending === "check"} onClick={() => void act("check", () => request("POST", `${path}/check`))}>
          {t("check")}
        </Button>
        <HistoryLink accountId={accountId} asset={{ kind: "network_element", id: element.id, name: element.name }} variant="ghost" />
        <span className="ms-auto">
          <Menu trigger={<IconButton label={t("more", { name: element.name })} icon={<Ellipsis aria-hidden />} />}>
            <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setOpen("edit")}>
              {t("edit")}
            </MenuItem>
            <MenuItem danger disabled={inUse} hint={inUse ? t("inUse") : undefined} icon={<Unplug aria-hidden />} onSelect={() => setOpen("disconnect")}>
              {t("disconnect")}
            </MenuItem>
          </Menu>
        </span>
      </div>
      <EditDialog accountId={accountId} element={element} open={open === "edit"} onOpenChange={(next) => setOpen(next ? "edit" : null)} />
      <DisconnectDialog accountId={accountId} element={element} open={open === "disconnect"} onOpenChange={(next) => setOpen(next ? "disconnect" : null)} />
    </section>
  );
}
