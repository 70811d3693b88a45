"use client";

import LayoutGrid from "lucide-react/icons/layout-grid";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { useLatePart } from "#components/ui/use-late-part.ts";
import { useApplications } from "./use-applications.ts";

/** The Application Launcher at the top right: what the person may open, asked for each time it is opened (WFS-14, WFS-15, WFS-18). */
export function ApplicationLauncher({ isPartner }: { isPartner: boolean }) {
  const t = useTranslations("shell.launcher");
  const applications = useApplications();
  const [open, setOpen] = useState(false);
  const { part: Panel, load } = useLatePart(() => import("./application-panel.tsx").then((module) => module.ApplicationPanel));
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) return;
    load();
    applications.reload();
  };
  return (
    <Popover title={t("title")} open={open} onOpenChange={change} className="w-72" trigger={<IconButton label={t("title")} icon={<LayoutGrid aria-hidden className="size-4.5" />} />}>
      {Panel ? <Panel applications={applications} isPartner={isPartner} onLeave={() => setOpen(false)} /> : <SkeletonText />}
    </Popover>
  );
}
