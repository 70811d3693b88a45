"use client";

import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { leaveSafely } from "#components/forms/unsaved-changes.ts";
import { Popover } from "#components/ui/popover.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { useLatePart } from "#components/ui/use-late-part.ts";
import type { ShellContext } from "./shell-context.ts";

type AccountSwitcherProps = { account: ShellContext["account"]; partner: NonNullable<ShellContext["partner"]>; onNavigate?: () => void };

/** Shows a partner which account is open and leads to another one or back to Partner level (DASH-06, DASH-14). */
export function AccountSwitcher({ account, partner, onNavigate }: AccountSwitcherProps) {
  const t = useTranslations("shell.account");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { part: picker, load } = useLatePart(() => import("./account-picker.tsx").then((module) => module.AccountPicker));
  const Picker = picker;

  const kind = account?.kind === "customer" ? t("customer") : t("partner");
  const name = account?.name ?? partner.name;
  const go = (href: string) => {
    setOpen(false);
    onNavigate?.();
    leaveSafely(() => router.push(href));
  };
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        if (next) load();
        setOpen(next);
      }}
      align="start"
      title={t("title")}
      titleHidden
      className="w-80"
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-2 rounded-md border border-nav-line px-2.5 py-1.5 text-start text-sm hover:bg-nav-active/60"
        >
          <span className="min-w-0 flex-1">
            <span className="block text-xs">{kind}</span>
            <span className="block truncate text-nav-fg-strong">{name}</span>
          </span>
          <span className="sr-only">{t("switch")}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-nav-fg-strong" />
        </button>
      }
    >
      {Picker ? <Picker openId={account?.id ?? null} partner={partner} onChoose={go} /> : <SkeletonText />}
    </Popover>
  );
}
