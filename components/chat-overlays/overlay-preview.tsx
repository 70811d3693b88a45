"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useFormContext } from "#components/forms/form-context.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { OverlayFields } from "#lib/chat-overlays/schemas.ts";

const COLOURS: Record<OverlayFields["colour"], string> = { blue: "bg-[#1d4ed8]", green: "bg-[#15803d]", violet: "bg-[#6d28d9]", grey: "bg-[#374151]" };

/** The chat in its corner, as the website will show it; it follows what is typed. */
export function OverlayPreview() {
  const t = useTranslations("chatOverlays");
  const { control } = useFormContext();
  const [heading, greeting, corner, colour] = useWatch({ control, name: ["heading", "greeting", "corner", "colour"] }) as [string, string, OverlayFields["corner"], OverlayFields["colour"]];
  return (
    <figure className="flex min-h-56 min-w-0 flex-col rounded-md border border-line bg-surface-2 p-3">
      <figcaption className="text-xs font-medium text-fg-3">{t("preview")}</figcaption>
      <div className={classNames("mt-auto w-44 max-w-full overflow-hidden rounded-md border border-line bg-surface shadow-lg", corner === "right" ? "ms-auto" : "me-auto")}>
        <p className={classNames("px-3 py-2 text-sm font-semibold break-words text-[#ffffff]", COLOURS[colour])}>{heading || t("fields.heading")}</p>
        <p className="px-3 py-3 text-xs break-words text-fg-2">{greeting || t("previewGreeting")}</p>
      </div>
    </figure>
  );
}
