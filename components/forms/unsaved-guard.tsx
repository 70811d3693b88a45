"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useLeaveGuard } from "./use-leave-guard.ts";

/** While `when` holds, asks before the page is left by link, back, forward, close, reload or account switch. */
export function UnsavedGuard({ when }: { when: boolean }) {
  const t = useTranslations("ui.unsaved");
  const stay = useRef<HTMLButtonElement>(null);
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const ask = useCallback((next: () => void) => setLeave(() => next), []);
  useLeaveGuard(when, ask);

  return (
    <Dialog
      open={leave !== null}
      onOpenChange={(open) => !open && setLeave(null)}
      title={t("title")}
      description={t("text")}
      size="sm"
      role="alertdialog"
      initialFocus={stay}
      footer={
        <>
          <Button ref={stay} onClick={() => setLeave(null)}>
            {t("stay")}
          </Button>
          <Button
            variant="danger"
            onClick={() => {
              setLeave(null);
              leave?.();
            }}
          >
            {t("leave")}
          </Button>
        </>
      }
    />
  );
}
