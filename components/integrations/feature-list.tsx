"use client";

import ChevronDown from "lucide-react/icons/chevron-down";
import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** "Available features": what is below it shows on a press (INTEG-06, ONE-04). */
export function FeatureList({ of, children }: { of: string; children: ReactNode }) {
  const t = useTranslations("integrations.features");
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="ms-12 mt-1">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t("titleOf", { name: of })}
        onClick={() => setOpen(!isOpen)}
        className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-sm font-medium text-accent hover:underline"
      >
        {t("title")}
        <ChevronDown aria-hidden className={classNames("size-4 transition-transform", isOpen && "rotate-180")} />
      </button>
      <ul id={id} hidden={!isOpen} className="mt-1">
        {children}
      </ul>
    </div>
  );
}
