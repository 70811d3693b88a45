"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import type { ComponentType } from "react";
import { toast } from "./toast.tsx";

type LatePart<Props> = { part: ComponentType<Props> | null; load: () => void };

/**
 * A part of a page whose script is fetched when it is first asked for: by `load`, or by its being `wanted`. When it can not be
 * fetched, that is said.
 */
export function useLatePart<Props>(fetchPart: () => Promise<ComponentType<Props>>, wanted = false): LatePart<Props> {
  const t = useTranslations("ui.late");
  const [part, setPart] = useState<ComponentType<Props> | null>(null);
  const load = () => {
    if (part) return;
    fetchPart().then(
      (fetched) => setPart(() => fetched),
      () => toast({ title: t("failed"), tone: "bad" }),
    );
  };
  const loadWanted = useEffectEvent(load);
  useEffect(() => {
    if (wanted) loadWanted();
  }, [wanted]);
  return { part, load };
}
