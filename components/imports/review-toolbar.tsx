"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Download from "lucide-react/icons/download";
import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuLink } from "#components/ui/menu.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { ImportView } from "#lib/imports/schemas.ts";

type ReviewToolbarProps = {
  accountId: string;
  item: ImportView;
  onlyErrors: boolean;
  onOnlyErrors: (on: boolean) => void;
  adding: boolean;
  onAddRow: () => void;
};

/** Above the rows: whether there are errors (IMPORT-16), what narrows the rows, and what adds one or takes them away as a file. */
export function ReviewToolbar({ accountId, item, onlyErrors, onOnlyErrors, adding, onAddRow }: ReviewToolbarProps) {
  const t = useTranslations("imports.review");
  const file = (format: string) => `/api/v1/accounts/${accountId}/imports/${item.id}/rows/export?format=${format}${onlyErrors ? "&rows=errors" : ""}`;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <div role="status" className="min-w-0 flex-1 basis-60 text-sm">
        {item.errorCount === 0 ? (
          <p className="flex items-center gap-2 font-semibold text-good">
            <CircleCheck aria-hidden className="size-4.5 shrink-0" />
            {t("noErrors")}
          </p>
        ) : (
          <>
            <p className="flex items-center gap-2 font-semibold text-bad">
              <CircleAlert aria-hidden className="size-4.5 shrink-0" />
              {t("errors", { count: item.errorCount })}
            </p>
            <p className="mt-0.5 text-fg-2">{t("errorsText", { others: item.rowCount - item.errorCount })}</p>
          </>
        )}
      </div>
      {(item.errorCount > 0 || onlyErrors) && (
        <label className="flex min-h-control cursor-pointer items-center gap-2 text-sm font-medium">
          <Switch checked={onlyErrors} onCheckedChange={onOnlyErrors} />
          {t("onlyErrors")}
        </label>
      )}
      <div className="flex flex-wrap items-center gap-2.5">
        <Menu
          trigger={
            <Button variant="ghost" icon={<Download aria-hidden />}>
              {t("download")}
            </Button>
          }
        >
          <MenuLink href={file("xlsx")} external>
            {t("downloadXlsx")}
          </MenuLink>
          <MenuLink href={file("csv")} external>
            {t("downloadCsv")}
          </MenuLink>
        </Menu>
        <Button icon={<Plus aria-hidden />} pending={adding} onClick={onAddRow}>
          {t("addRow")}
        </Button>
      </div>
    </div>
  );
}
