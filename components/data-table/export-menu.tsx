"use client";

import Download from "lucide-react/icons/download";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuGroup, MenuLink } from "#components/ui/menu.tsx";

const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The files that the list can be taken away as; `hrefOf` gives the address of each. */
export function ExportMenu({ hrefOf }: { hrefOf: (format: ExportFormat) => string }) {
  const t = useTranslations("table.export");
  return (
    <Menu
      trigger={
        <Button variant="ghost" icon={<Download aria-hidden />}>
          <span className="max-sm:sr-only">{t("open")}</span>
        </Button>
      }
    >
      <MenuGroup label={t("hint")}>
        {EXPORT_FORMATS.map((format) => (
          <MenuLink key={format} href={hrefOf(format)} external>
            {t(format)}
          </MenuLink>
        ))}
      </MenuGroup>
    </Menu>
  );
}
