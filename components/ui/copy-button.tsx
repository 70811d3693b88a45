"use client";

import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "./icon-button.tsx";

type CopyButtonProps = {
  /** What goes to the clipboard; it may differ from what is shown (a number in E.164). */
  value: string;
  /** Names what is copied: "Copy MAC address". */
  label: string;
};

const SHOWN_MS = 2000;

/** Copies a value and says so, to the eye and to a screen reader. */
export function CopyButton({ value, label }: CopyButtonProps) {
  const t = useTranslations("ui.copy");
  const [outcome, setOutcome] = useState<"done" | "failed" | null>(null);

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("done");
    } catch {
      // The browser refuses, or withholds the clipboard from a page over plain http; the text can still be selected by hand.
      setOutcome("failed");
    }
  }

  return (
    <>
      <IconButton
        size="xs"
        label={outcome ? t(outcome) : label}
        icon={outcome === "done" ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
        onClick={copy}
      />
      <span role="status" className="sr-only">
        {outcome && t(outcome)}
      </span>
    </>
  );
}
