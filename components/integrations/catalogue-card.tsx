"use client";

import Check from "lucide-react/icons/check";
import ChevronDown from "lucide-react/icons/chevron-down";
import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { CatalogueCard as Card } from "#lib/integrations/schemas.ts";
import { FeatureList } from "./feature-list.tsx";
import { IntegrationIcon } from "./integration-icon.tsx";

type CatalogueCardProps = {
  card: Card;
  added: boolean;
  /** The features of one that is to be added; null for any other. */
  features: Record<string, boolean> | null;
  /** Why it can not be added, or what has to be added with it. */
  hindrance: string;
  mayRemove: boolean;
  onAdd: () => void;
  onRemove: () => void;
  onFeature: (feature: string, on: boolean) => void;
};

/** A card of the catalogue: Add, or Added with Remove behind it (INTEG-17, INTEG-20, INTEG-23). */
export function CatalogueCard({ card, added, features, hindrance, mayRemove, onAdd, onRemove, onFeature }: CatalogueCardProps) {
  const t = useTranslations("integrations.catalogue");
  const { name, icon, description } = card;
  return (
    <li aria-label={name} className="py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <IntegrationIcon name={icon} />
        <div className="min-w-0 flex-1 basis-40">
          <h3 className="text-sm font-semibold">{name}</h3>
          {description && <p className="text-sm text-fg-2">{description}</p>}
          {hindrance && !added && <p className="text-sm text-warn">{hindrance}</p>}
        </div>
        <span className="ms-auto">
          {added ? (
            <AddedButton name={name} mayRemove={mayRemove || features !== null} onRemove={onRemove} />
          ) : (
            <Button size="sm" icon={<Plus aria-hidden />} aria-label={t("addName", { name })} aria-disabled={hindrance !== "" || undefined} onClick={() => hindrance === "" && onAdd()}>
              {t("add")}
            </Button>
          )}
        </span>
      </div>
      {features !== null && card.features.length > 0 && (
        <FeatureList of={name}>
          {card.features.map(({ key, label, hint }) => (
            <li key={key} className="py-1.5">
              <label htmlFor={`${card.key}-${key}`} className="flex items-start gap-3 text-sm">
                <Switch id={`${card.key}-${key}`} checked={features[key] ?? false} onCheckedChange={(on) => onFeature(key, on)} aria-label={label} />
                <span>
                  <span className="block font-semibold">{label}</span>
                  <span className="text-fg-3">{hint}</span>
                </span>
              </label>
            </li>
          ))}
        </FeatureList>
      )}
    </li>
  );
}

function AddedButton({ name, mayRemove, onRemove }: { name: string; mayRemove: boolean; onRemove: () => void }) {
  const t = useTranslations("integrations.catalogue");
  if (!mayRemove) {
    return (
      <span className="inline-flex min-h-7 items-center gap-1.5 px-2.5 text-xs font-semibold text-good">
        <Check aria-hidden className="size-4" />
        {t("added")}
      </span>
    );
  }
  const trigger = (
    <Button size="sm" icon={<Check aria-hidden />} aria-label={t("addedName", { name })}>
      {t("added")}
      <ChevronDown aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger} openOnHover>
      <MenuItem danger onSelect={onRemove}>
        {t("remove")}
      </MenuItem>
    </Menu>
  );
}
