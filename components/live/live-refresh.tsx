"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { useLiveChanges } from "./use-live-changes.ts";

/** Put into a page that shows something others change too: reads the page anew, in place, when one of the topics has changed. */
export function LiveRefresh({ topics }: { topics: readonly string[] }) {
  const router = useRouter();
  useLiveChanges(topics, () => startTransition(() => router.refresh()));
  return null;
}
