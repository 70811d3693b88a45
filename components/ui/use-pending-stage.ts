"use client";

import { useEffect, useState } from "react";

/** How a wait is shown: not at all while it may be over at once, by a quiet mark, by the shape of what is to come. */
export type PendingStage = "none" | "mark" | "skeleton";

const MARK_AFTER_MS = 300;
const SKELETON_AFTER_MS = 1000;

/** The stage that a wait has reached; back to "none" as soon as it is over. */
export function usePendingStage(pending: boolean): PendingStage {
  const [stage, setStage] = useState<PendingStage>("none");
  useEffect(() => {
    if (!pending) return;
    const mark = setTimeout(() => setStage("mark"), MARK_AFTER_MS);
    const skeleton = setTimeout(() => setStage("skeleton"), SKELETON_AFTER_MS);
    return () => {
      clearTimeout(mark);
      clearTimeout(skeleton);
      setStage("none");
    };
  }, [pending]);
  return pending ? stage : "none";
}
