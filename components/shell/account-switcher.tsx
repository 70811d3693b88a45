"use client";

import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import { Popover } from "#components/ui/popover.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { readRecent, RECENT_ACCOUNTS_KEY, withRecent } from "./recent-accounts.ts";
import type { ShellContext } from "./shell-context.ts";
import { useLatePart } from "./use-late-part.ts";

type AccountSwitcherProps = { account: ShellContext["account"]; partner: NonNullable<ShellContext["partner"]>; onNavigate?: () => void };

/** Shows a partner which account is open and leads to another one or back to Partner level (DASH-06, DASH-14). */
export function AccountSwitcher({ account, partner, onNavigate }: AccountSwitcherProps) {
  const t = useTranslations("shell.account");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { part: picker, load } = useLatePart(() => import("./account-picker.tsx").then((module) => module.AccountPicker), t("unavailable"));
  const Picker = picker;
  useRecentAccounts(account, partner);

  const kind = account?.kind === "customer" ? t("customer") : t("partner");
  const name = account?.name ?? partner.name;
  const go = (href: string) => {
    setOpen(false);
    onNavigate?.();
    router.push(href);
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

/** Remembers the account that was opened. That it could not be remembered is worth no message. */
function useRecentAccounts(account: ShellContext["account"], partner: NonNullable<ShellContext["partner"]>): void {
  const opened = account?.kind === "customer" ? account : null;
  const next = opened && withRecent(readRecent(partner.recentAccounts), opened);
  const changed = next && JSON.stringify(next);
  useEffect(() => {
    if (changed) void request("PUT", `/me/preferences/${RECENT_ACCOUNTS_KEY}`, { body: { value: JSON.parse(changed) } });
  }, [changed]);
}
