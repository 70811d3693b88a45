"use client";

import Search from "lucide-react/icons/search";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { newIdempotencyKey, request } from "#components/api/request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toast } from "#components/ui/toast.tsx";
import { INTEGRATION_TABS } from "#lib/integrations/schemas.ts";
import type { CatalogueCard as Card, IntegrationKey } from "#lib/integrations/schemas.ts";
import { CatalogueCard } from "./catalogue-card.tsx";
import { found, hindranceOf, isAdded, NOTHING_PICKED, pick, pickedDependants, putDown, setFeature, toAdd } from "./catalogue-picks.ts";
import type { Picks } from "./catalogue-picks.ts";

type CatalogueDialogProps = {
  accountId: string;
  cards: readonly Card[];
  mayRemove: boolean;
  onClose: () => void;
  /** Those that are to be removed, each of which is still asked about. */
  onRemove: (keys: readonly IntegrationKey[]) => void;
};

/** The catalogue behind "+ Add new": what is picked takes effect with Done, and not at all without it (INTEG-14, INTEG-21, INTEG-22). */
export function CatalogueDialog({ accountId, cards, mayRemove, onClose, onRemove }: CatalogueDialogProps) {
  const t = useTranslations("integrations.catalogue");
  const router = useRouter();
  const [search, setSearch] = useState("");
  const [picks, setPicks] = useState<Picks>(NOTHING_PICKED);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState("");

  async function done() {
    const integrations = toAdd(cards, picks);
    if (integrations.length > 0) {
      setPending(true);
      setFailure("");
      const result = await request("POST", `/accounts/${accountId}/integrations`, { body: { integrations }, idempotencyKey: newIdempotencyKey() });
      setPending(false);
      if (!result.ok) {
        setFailure(result.error.message);
        // What somebody else has done meanwhile may be why.
        router.refresh();
        return;
      }
      toast({ title: t("done", { count: integrations.length }), description: integrations.map(({ key }) => nameOf(key)).join(", ") });
      router.refresh();
    }
    onClose();
    onRemove([...picks.remove]);
  }
  const nameOf = (key: IntegrationKey) => cards.find((card) => card.key === key)?.name ?? key;
  const hindrance = (card: Card) => {
    const why = isAdded(card, picks) ? null : hindranceOf(card, cards, picks);
    if (!why) return "";
    return why.kind === "needs" ? t("needs", { name: why.oneOf.map(nameOf).join(t("or")) }) : t("conflicts", { name: nameOf(why.with) });
  };
  const drop = (card: Card) => setPicks([...pickedDependants(card, cards, picks), card].reduce((left, each) => putDown(each, left), picks));
  const list = (ofTab: readonly Card[]) => {
    const shown = found(ofTab, search);
    if (shown.length === 0) return <p className="py-6 text-center text-fg-2">{t("nothing", { search })}</p>;
    return (
      <ul className="divide-y divide-line">
        {shown.map((card) => (
          <CatalogueCard
            key={card.key}
            card={card}
            added={isAdded(card, picks)}
            features={picks.add.get(card.key) ?? null}
            hindrance={hindrance(card)}
            mayRemove={mayRemove}
            onAdd={() => setPicks(pick(card, picks))}
            onRemove={() => drop(card)}
            onFeature={(feature, on) => setPicks(setFeature(card.key, feature, on, picks))}
          />
        ))}
      </ul>
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      size="lg"
      busy={pending}
      footer={
        <Button variant="primary" pending={pending} onClick={done}>
          {t("doneButton")}
        </Button>
      }
    >
      {failure && <Banner tone="bad" title={failure} live className="mb-3" />}
      <Input type="search" icon={<Search aria-hidden />} aria-label={t("search")} placeholder={t("search")} value={search} onChange={(event) => setSearch(event.target.value)} className="mb-2" />
      <Tabs label={t("tabs.label")} items={INTEGRATION_TABS.map((tab) => ({ id: tab, label: t(`tabs.${tab}`), content: list(cards.filter((card) => card.tab === tab)) }))} />
    </Dialog>
  );
}
