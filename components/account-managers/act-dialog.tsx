"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type ReactNode } from "react";
import { newIdempotencyKey, type Result } from "#components/api/request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Progress } from "#components/ui/progress.tsx";

type ActDialogProps<Data> = {
  title: string;
  /** Who or what it is about, by name. */
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  /** Above the progress bar. */
  progressLabel: string;
  act: (idempotencyKey: string) => Promise<Result<Data>>;
  /** What became of it, in words. */
  outcome: (data: Data) => ReactNode;
  /** Closed, after it was done or without. */
  onClose: (done: boolean) => void;
};

/** Asks, then shows a progress bar that is left with "Close" (AMGR-11, AMGR-12, AMGR-16, AMGR-17, AMGR-25 to AMGR-28). A failure can be tried again with nothing done twice. */
export function ActDialog<Data>({ title, children, confirmLabel, cancelLabel, progressLabel, act, outcome, onClose }: ActDialogProps<Data>) {
  const t = useTranslations("accountManagers.dialog");
  const key = useRef<string | null>(null);
  const [stage, setStage] = useState<{ at: "asking" | "working" } | { at: "failed"; message: string } | { at: "done"; data: Data }>({ at: "asking" });

  async function start() {
    setStage({ at: "working" });
    key.current ??= newIdempotencyKey();
    const result = await act(key.current);
    setStage(result.ok ? { at: "done", data: result.data } : { at: "failed", message: result.error.message });
  }
  const working = stage.at === "working";
  const done = stage.at === "done";
  return (
    <Dialog
      open
      onOpenChange={() => onClose(done)}
      title={working || done ? progressLabel : title}
      size="sm"
      role="alertdialog"
      busy={working}
      footer={
        done || working ? (
          <Button variant="primary" aria-disabled={working} onClick={() => done && onClose(true)}>
            {t("close")}
          </Button>
        ) : (
          <>
            <Button onClick={() => onClose(false)}>{cancelLabel}</Button>
            <Button variant="primary" onClick={() => void start()}>
              {stage.at === "failed" ? t("again") : confirmLabel}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3" aria-live="polite">
        {stage.at === "failed" && <Banner tone="bad" title={stage.message} live />}
        {working || done ? (
          <>
            <Progress label={progressLabel} value={done ? 100 : null} detail={done ? t("finished") : t("working")} tone={done ? "good" : "accent"} />
            {done && outcome(stage.data)}
          </>
        ) : (
          children
        )}
      </div>
    </Dialog>
  );
}
