"use client";

import ArrowDownToLine from "lucide-react/icons/arrow-down-to-line";
import Ellipsis from "lucide-react/icons/ellipsis";
import Wrench from "lucide-react/icons/wrench";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import type { DriftView } from "#lib/drift/schemas.ts";
import { useDriftWords } from "./drift-words.ts";
import type { Way } from "./settle.ts";

/** The ways to settle one difference; nothing while it is in hand, or settled. */
export function DriftMenu({ drift, onSettle }: { drift: DriftView; onSettle: (drift: DriftView, way: Way) => void }) {
  const t = useTranslations("drift");
  const words = useDriftWords();
  const ownerless = drift.userId === null;
  if (drift.status !== "open") return null;
  return (
    <Menu trigger={<IconButton size="sm" label={t("actsOn", { thing: words.thing(drift) })} icon={<Ellipsis aria-hidden />} />}>
      <MenuItem icon={<ArrowDownToLine aria-hidden />} onSelect={() => onSettle(drift, "adopt")}>
        {t("adopt")}
      </MenuItem>
      <MenuItem icon={<Wrench aria-hidden />} disabled={ownerless} hint={ownerless ? t("ownerless") : undefined} onSelect={() => onSettle(drift, "repair")}>
        {t("repair")}
      </MenuItem>
    </Menu>
  );
}
