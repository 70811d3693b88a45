"use client";

import { useTranslations } from "next-intl";
import { Pill } from "#components/ui/pill.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { ImportView } from "#lib/imports/schemas.ts";

type State = "reading" | "refused" | "waiting" | "errors" | "uploading" | "done" | "cancelled" | "undoing" | "undone";

const TONES: Record<State, Tone> = {
  reading: "accent",
  refused: "bad",
  waiting: "warn",
  errors: "warn",
  uploading: "accent",
  done: "good",
  cancelled: "neutral",
  undoing: "accent",
  undone: "neutral",
};

/** Where an import stands, in a word or two. */
export function ImportState({ item }: { item: ImportView }) {
  const t = useTranslations("imports.state");
  const state = stateOf(item);
  const tone = TONES[state];
  return (
    <Pill tone={tone} icon={tone === "accent" ? <Spinner /> : undefined}>
      {state === "errors" ? t("errors", { count: item.errorCount }) : t(state)}
    </Pill>
  );
}

function stateOf({ status, undo, errorCount }: ImportView): State {
  if (undo === "working") return "undoing";
  if (status === "preview") return errorCount > 0 ? "errors" : "waiting";
  return undo === "done" && status !== "reading" && status !== "uploading" ? "undone" : status;
}
