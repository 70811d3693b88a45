"use client";

import LayoutGrid from "lucide-react/icons/layout-grid";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { ApplicationPanel } from "./application-panel.tsx";

/** The Application Launcher at the top right: what the person may open, asked for each time it is opened (WFS-14, WFS-15, WFS-18). */
export function ApplicationLauncher({ isPartner }: { isPartner: boolean }) {
  const t = useTranslations("shell.launcher");
  const [open, setOpen] = useState(false);
  return (
    <Popover title={t("title")} open={open} onOpenChange={setOpen} className="w-72" trigger={<IconButton label={t("title")} icon={<LayoutGrid aria-hidden className="size-4.5" />} />}>
      <ApplicationPanel isPartner={isPartner} onLeave={() => setOpen(false)} />
    </Popover>
  );
}
