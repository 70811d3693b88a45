"use client";

import Download from "lucide-react/icons/download";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuGroup, MenuLink } from "#components/ui/menu.tsx";

/** Spreadsheets, and what programs read: one row a line. */
export const EXPORT_FORMATS = ["csv", "xlsx", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const SPREADSHEETS = ["csv", "xlsx"] as const;

type ExportMenuProps = { hrefOf: (format: ExportFormat) => string; formats?: readonly ExportFormat[] };

/** The files that the list can be taken away as; `hrefOf` gives the address of each. */
export function ExportMenu({ hrefOf, formats = SPREADSHEETS }: ExportMenuProps) {
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
        {formats.map((format) => (
          <MenuLink key={format} href={hrefOf(format)} external>
            {t(format)}
          </MenuLink>
        ))}
      </MenuGroup>
    </Menu>
  );
}
