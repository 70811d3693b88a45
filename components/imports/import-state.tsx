"use client";

import { useTranslations } from "next-intl";
import { Pill } from "#components/ui/pill.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Tone } from "#components/ui/tones.ts";
import { importState } from "#lib/imports/labels.ts";
import type { ImportState as State } from "#lib/imports/labels.ts";
import type { ImportView } from "#lib/imports/schemas.ts";

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
  const state = importState(item);
  const tone = TONES[state];
  return (
    <Pill tone={tone} icon={tone === "accent" ? <Spinner /> : undefined}>
      {state === "errors" ? t("errors", { count: item.errorCount }) : t(state)}
    </Pill>
  );
}
