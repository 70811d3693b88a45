"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";

const LINES = ["appliance", "lan", "addresses", "internet", "pbx", "emails"] as const;

/** "Prerequisite checklist": what has to be at hand before the set-up (GW-18). */
export function Checklist() {
  const t = useTranslations("gateways.checklist");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="text-sm text-accent hover:underline" onClick={() => setOpen(true)}>
        {t("link")}
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t("title")}>
        <ul className="flex list-disc flex-col gap-2 ps-5 marker:text-fg-3">
          {LINES.map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
