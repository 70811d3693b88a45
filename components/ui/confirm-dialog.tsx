"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState, type ReactNode } from "react";
import { newIdempotencyKey, type Result } from "#components/api/request.ts";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Input } from "./input.tsx";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen and what will be lost, by name and number: one line each. */
  effects?: readonly ReactNode[];
  children?: ReactNode;
  /** A word that must be typed before the act takes effect, where a row asks for it ("delete"). */
  word?: string | undefined;
  /** What asks for the word, where a row says how. */
  wordLabel?: string | undefined;
  /** Verb and object: "Delete 12 users". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "danger" | "primary";
  /**
   * Does it. When it fails the dialog stays and says why; when it succeeds the dialog closes. The key stays the same
   * until then, so that trying again after a lost answer does nothing twice.
   */
  onConfirm: (idempotencyKey: string) => Promise<Result<unknown>>;
};

/** Asks before a costly or irreversible act. Focus starts on Cancel; pasting the word is allowed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, effects, children, word, wordLabel, confirmLabel, cancelLabel, tone = "danger", onConfirm } = props;
  const t = useTranslations("ui.confirm");
  const cancel = useRef<HTMLButtonElement>(null);
  const key = useRef<string | null>(null);
  const [typed, setTyped] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<{ message: string; requestId: string } | null>(null);
  const [missed, setMissed] = useState(false);
  const wordId = useId();
  const matches = word === undefined || typed.trim() === word;

  function change(next: boolean) {
    if (next) return;
    setTyped("");
    setMissed(false);
    setFailure(null);
    key.current = null;
    onOpenChange(false);
  }

  async function confirm() {
    if (!matches) {
      setMissed(true);
      return;
    }
    setPending(true);
    setFailure(null);
    try {
      key.current ??= newIdempotencyKey();
      const result = await onConfirm(key.current);
      if (result.ok) change(false);
      else setFailure(result.error);
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={title}
      size="sm"
      role="alertdialog"
      busy={pending}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} aria-disabled={pending} onClick={() => !pending && change(false)}>
            {cancelLabel ?? t("cancel")}
          </Button>
          <Button variant={tone} pending={pending} aria-disabled={!matches} onClick={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {failure && (
          <Banner tone="bad" title={failure.message} live>
            {failure.requestId && t("request", { id: failure.requestId })}
          </Banner>
        )}
        {children}
        {effects && effects.length > 0 && (
          <ul className="flex list-disc flex-col gap-1 ps-5 text-fg-2 marker:text-fg-3">
            {effects.map((effect, index) => (
              <li key={index}>{effect}</li>
            ))}
          </ul>
        )}
        {word !== undefined && (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              event.stopPropagation();
              if (!pending) void confirm();
            }}
          >
            <label htmlFor={wordId} className="mb-1 block font-semibold">
              {wordLabel ?? t("type", { word })}
            </label>
            <Input
              id={wordId}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              readOnly={pending}
              aria-invalid={(missed && !matches) || undefined}
              aria-describedby={missed && !matches ? `${wordId}-error` : undefined}
            />
            {missed && !matches && (
              <p id={`${wordId}-error`} role="alert" className="mt-1 text-xs text-bad">
                {t("typeFirst", { word })}
              </p>
            )}
          </form>
        )}
      </div>
    </Dialog>
  );
}
