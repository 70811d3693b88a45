"use client";

import { useState } from "react";
import type { ComponentType } from "react";
import { toast } from "./toast.tsx";

type LatePart<Props> = { part: ComponentType<Props> | null; load: () => void };

/** A part of a page whose script is fetched when it is first asked for; `failed` is said when it can not be. */
export function useLatePart<Props>(fetchPart: () => Promise<ComponentType<Props>>, failed: string): LatePart<Props> {
  const [part, setPart] = useState<ComponentType<Props> | null>(null);
  const load = () => {
    if (part) return;
    fetchPart().then(
      (fetched) => setPart(() => fetched),
      () => toast({ title: failed }),
    );
  };
  return { part, load };
}
