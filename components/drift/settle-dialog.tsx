"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { ListFilter } from "#components/data-table/list-state.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { DriftView } from "#lib/drift/schemas.ts";
import type { Selection } from "#lib/lists/schemas.ts";
import { useDriftWords } from "./drift-words.ts";
import { idsOf, settle } from "./settle.ts";
import type { Way } from "./settle.ts";

export type ToSettle = {
  way: Way;
  selection: Selection<ListFilter>;
  count: number;
  /** Those of the selection that are on screen. */
  known: readonly DriftView[];
};

type SettleDialogProps = { accountId: string; asked: ToSettle | null; onClose: () => void; onSettled: () => void };

/** So many are told one by one. */
const TOLD = 6;

/** Says what adopting or repairing these differences does, and does it. A repair is a run of its own, which then opens. */
export function SettleDialog({ accountId, asked, onClose, onSettled }: SettleDialogProps) {
  const t = useTranslations("drift.settle");
  const words = useDriftWords();
  const router = useRouter();
  if (asked === null) return null;
  const { way, selection, count, known } = asked;
  const allKnown = known.length === count;
  const deletes = way === "repair" && (!allKnown || known.some(({ difference }) => difference === "unexpected"));
  const effects =
    allKnown && count <= TOLD
      ? known.map((drift) => t(`${way}.effect.${drift.difference}`, { thing: words.thing(drift), system: drift.element, name: drift.userName ?? t("nobody") }))
      : (["missing", "changed", "unexpected"] as const).map((difference) => t(`${way}.effects.${difference}`));

  const confirm = async (idempotencyKey: string) => {
    const ids = await idsOf(accountId, selection);
    if (!ids.ok) return ids;
    const settled = await settle(accountId, way, ids.data, idempotencyKey);
    if (!settled.ok) return settled;
    onSettled();
    const [plan, another] = settled.data;
    if (plan !== undefined) router.push(`/accounts/${accountId}/provisioning/runs${another === undefined ? `/${plan}` : ""}`);
    else {
      toast({ title: t("adopt.started", { count: ids.data.length }) });
      router.refresh();
    }
    return settled;
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${way}.title`, { count })}
      effects={effects}
      confirmLabel={t(`${way}.confirm`, { count })}
      tone={deletes ? "danger" : "primary"}
      onConfirm={confirm}
    >
      <p>{t(`${way}.meaning`)}</p>
    </ConfirmDialog>
  );
}
