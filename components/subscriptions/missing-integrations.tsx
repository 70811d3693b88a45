"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import type { MissingIntegration } from "#lib/subscriptions/schemas.ts";

/** One banner for each subscription whose integration is not enabled; closed, it stays away for this visit (INFO-20 to INFO-24, OP1-19). */
export function MissingIntegrations({ missing }: { missing: readonly MissingIntegration[] }) {
  const t = useTranslations("subscriptions");
  const [closed, setClosed] = useState<readonly string[]>([]);
  return missing
    .filter(({ product }) => !closed.includes(product))
    .map(({ product, name, integration }) => (
      <Banner key={product} tone="warn" className="mb-4" title={t("missing", { subscription: name, integration })} onClose={() => setClosed([...closed, product])} />
    ));
}
