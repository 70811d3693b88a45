"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { PARTNER_HOME } from "./navigation.ts";
import { hasContextBar } from "./shell-context.ts";
import type { ShellContext } from "./shell-context.ts";

const TAGS = { b: (words: ReactNode) => <strong className="font-semibold text-fg">{words}</strong> };

/** Tells a partner in a customer account, on every page and in a colour of its own, which account is open and as whom. */
export function ContextBar({ context }: { context: ShellContext }) {
  const t = useTranslations("shell.account");
  const { account, person } = context;
  if (account === null || !hasContextBar(context)) return null;
  return (
    <section
      aria-label={t("contextLabel")}
      className="flex flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-accent-line bg-accent-soft px-3.5 py-1 text-xs text-fg-2 md:px-7"
    >
      <p className="min-w-0 flex-1">
        {t.rich("context", { ...TAGS, account: account.name, name: person.name })}
      </p>
      <Link href={PARTNER_HOME} className="link inline-flex min-h-6 items-center font-medium">
        {t("leave")}
      </Link>
    </section>
  );
}
