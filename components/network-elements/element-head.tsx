import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ElementKind } from "#lib/network-elements/schemas.ts";
import { ElementIcon } from "./element-icon.tsx";

/** The head of a system's card: what it is, its own name, and how it stands. */
export function ElementHead({ kind, name, children }: { kind: ElementKind; name?: string; children?: ReactNode }) {
  const t = useTranslations("networkElements");
  return (
    <div className="flex items-start gap-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
        <ElementIcon kind={kind} className="size-4.5" />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="text-base font-semibold">{t(`kind.${kind}`)}</h2>
        <p className="truncate text-sm text-fg-3">{name === undefined ? t("notConnected") : <code className="font-mono">{name}</code>}</p>
      </div>
      {children}
    </div>
  );
}
