"use client";

import Info from "lucide-react/icons/info";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/popover.tsx";

/** The info icon beside a heading or in a field: a few words about it (GW-18). */
export function InfoButton({ of, children }: { of: string; children: string }) {
  const t = useTranslations("gateways");
  return (
    <Popover title={of} trigger={<IconButton size="xs" label={t("about", { field: of })} icon={<Info aria-hidden />} />} className="max-w-72">
      <p className="text-sm text-fg-2">{children}</p>
    </Popover>
  );
}
