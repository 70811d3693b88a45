"use client";

import Plug from "lucide-react/icons/plug";
import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ELEMENT_KINDS } from "#lib/network-elements/schemas.ts";
import type { ElementKind, NetworkElementView } from "#lib/network-elements/schemas.ts";
import { ConnectDialog } from "./connect-dialog.tsx";
import { ElementCard } from "./element-card.tsx";
import { FreeSlot } from "./free-slot.tsx";

type NetworkElementsProps = { accountId: string; elements: readonly NetworkElementView[] };

/** The systems that serve the users of an account, one of each kind, and the places of those that are still to come. */
export function NetworkElements({ accountId, elements }: NetworkElementsProps) {
  const t = useTranslations("networkElements");
  const [connecting, setConnecting] = useState<ElementKind | null>(null);
  const missing = ELEMENT_KINDS.filter((kind) => !elements.some((element) => element.kind === kind));
  const [next] = missing;
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        actions={
          next !== undefined &&
          elements.length > 0 && (
            <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setConnecting(next)}>
              {t("connect")}
            </Button>
          )
        }
      />
      {elements.length === 0 && (
        <Card className="mb-4">
          <EmptyState
            icon={<Plug />}
            title={t("emptyTitle")}
            action={
              <Button variant="primary" onClick={() => setConnecting("mivb")}>
                {t("emptyAction")}
              </Button>
            }
          >
            {t("emptyText")}
          </EmptyState>
        </Card>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        {ELEMENT_KINDS.map((kind) => {
          const element = elements.find((each) => each.kind === kind);
          return element ? (
            <ElementCard key={kind} accountId={accountId} element={element} />
          ) : (
            <FreeSlot key={kind} kind={kind} onConnect={() => setConnecting(kind)} />
          );
        })}
      </div>
      <ConnectDialog accountId={accountId} kinds={missing} kind={connecting} onClose={() => setConnecting(null)} />
    </>
  );
}
