"use client";

import History from "lucide-react/icons/history";
import { useTranslations } from "next-intl";
import { useReaches } from "#components/shell/reached-pages.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { ButtonSize, ButtonVariant } from "#components/ui/button.tsx";
import type { AssetKind } from "#lib/events/schemas.ts";

type HistoryLinkProps = {
  /** Whose history; null where the reader may not see it. */
  accountId: string | null;
  asset: { kind: AssetKind; id: string; name: string };
  /** At Partner level there is no entry in the navigation to ask: there the page knows. */
  level?: "partner" | "account";
  variant?: ButtonVariant;
  size?: ButtonSize;
};

/** The address of an object's own history. */
export function historyOf(accountId: string, { kind, id }: { kind: string; id: string }): string {
  return `/accounts/${accountId}/support/events?asset=${encodeURIComponent(`${kind}:${id}`)}`;
}

/** Leads from an object to its own history; nothing where the reader or the account has none (EVENT-01, EVENT-02). */
export function HistoryLink({ accountId, asset, level = "account", variant, size }: HistoryLinkProps) {
  const t = useTranslations("events");
  const isReached = useReaches("eventHistory") || level === "partner";
  if (!isReached || accountId === null) return null;
  return (
    <ButtonLink href={historyOf(accountId, asset)} variant={variant} size={size} icon={<History aria-hidden />} aria-label={t("historyOf", { name: asset.name })}>
      {t("history")}
    </ButtonLink>
  );
}
