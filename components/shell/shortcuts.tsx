"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { leaveSafely } from "#components/forms/unsaved-changes.ts";
import { useLatePart } from "#components/ui/use-late-part.ts";
import { pressGoTo } from "./go-to.ts";
import type { Waiting } from "./go-to.ts";
import { pagesOf } from "./navigation.ts";
import type { NavigationItem } from "./navigation.ts";
import { isSingleKey } from "./single-keys.ts";

type ShortcutsProps = { navigation: readonly NavigationItem[]; helpOpen: boolean; onHelpOpenChange: (open: boolean) => void };

/** The shortcuts that work on every page: "g" and a letter, and "?" for the overview of all. */
export function Shortcuts({ navigation, helpOpen, onHelpOpenChange }: ShortcutsProps) {
  const router = useRouter();
  const waiting = useRef<Waiting>(null);
  const { part: Help } = useLatePart(() => import("./shortcut-help.tsx").then((module) => module.ShortcutHelp), helpOpen);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isSingleKey(event)) return;
    if (event.key === "?") {
      event.preventDefault();
      onHelpOpenChange(true);
      return;
    }
    const next = pressGoTo(waiting.current, event.key, event.timeStamp, pagesOf(navigation));
    waiting.current = next.waiting;
    if (!next.open) return;
    // Before lists see it: "g" and "x" is no "x".
    event.preventDefault();
    const { href } = next.open;
    leaveSafely(() => router.push(href));
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, []);
  return Help && <Help open={helpOpen} onOpenChange={onHelpOpenChange} navigation={navigation} />;
}
