"use client";

import Search from "lucide-react/icons/search";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { useLatePart } from "#components/ui/use-late-part.ts";
import type { ShellContext } from "./shell-context.ts";

/** Opens the palette, also by Ctrl or Cmd and K from anywhere; its script comes with the first use. */
export function JumpButton({ context }: { context: ShellContext }) {
  const t = useTranslations("shell.jump");
  const [open, setOpen] = useState(false);
  const { part: palette, load } = useLatePart(() => import("./command-palette.tsx").then((module) => module.CommandPalette));
  const Palette = palette;

  const show = () => {
    load();
    setOpen(true);
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={show}
        onPointerEnter={load}
        className={classNames(
          "flex size-control items-center justify-center gap-2 rounded-md md:w-70 md:justify-start md:px-3",
          "border border-line bg-surface-2 text-sm text-fg-3 hover:border-line-strong",
        )}
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 text-start max-md:sr-only">{t("open")}</span>
        <span aria-hidden className="max-md:hidden">
          <Kbd>{t("keys")}</Kbd>
        </span>
      </button>
      {Palette && <Palette open={open} onOpenChange={setOpen} context={context} />}
    </>
  );
}
