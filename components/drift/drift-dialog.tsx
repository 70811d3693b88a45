"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Time } from "#components/ui/time.tsx";
import type { DriftView } from "#lib/drift/schemas.ts";
import { FieldTable } from "./drift-fields.tsx";
import { useDriftWords } from "./drift-words.ts";
import type { Way } from "./settle.ts";

type DriftDialogProps = { drift: DriftView | null; onClose: () => void; onSettle: (drift: DriftView, way: Way) => void };

/** One difference as a whole: the sentence, what was wanted and found, and the two ways to settle it. */
export function DriftDialog({ drift, onClose, onSettle }: DriftDialogProps) {
  const t = useTranslations("drift");
  const words = useDriftWords();
  if (drift === null) return null;
  const open = drift.status === "open";
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={words.thing(drift)}
      description={drift.message}
      footer={
        open && (
          <>
            <Button onClick={() => onSettle(drift, "adopt")}>{t("adopt")}</Button>
            {drift.userId !== null && (
              <Button variant="primary" onClick={() => onSettle(drift, "repair")}>
                {t("repair")}
              </Button>
            )}
          </>
        )
      }
    >
      <p className="text-fg-3">{t.rich("foundAt", { time: () => <Time value={drift.detectedAt} /> })}</p>
      {drift.fields.length > 0 && <FieldTable fields={drift.fields} />}
      {open && (
        <dl className="mt-4 grid gap-3 text-fg-2">
          {(["adopt", "repair"] as const).map((way) => (
            <div key={way}>
              <dt className="font-semibold text-fg">{t(way)}</dt>
              <dd>{t(`settle.${way}.meaning`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}
