"use client";

import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { usePathname } from "next/navigation";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { NAVIGATION_ICONS } from "./navigation-icons.ts";
import { currentPage, groupOf, isGroup } from "./navigation.ts";
import type { GroupId, NavigationGroup, NavigationItem, NavigationPage } from "./navigation.ts";

type NavigationListProps = { items: readonly NavigationItem[]; onNavigate?: () => void };

/** The entries of the navigation. The group of the page on screen is open until the person closes it. */
export function NavigationList({ items, onNavigate }: NavigationListProps) {
  const pathname = usePathname();
  const [folded, setFolded] = useState<Partial<Record<GroupId, boolean>>>({});
  const current = currentPage(items, pathname);
  const currentGroup = groupOf(items, current);
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => {
        if (!isGroup(item)) return <PageWithBelow key={item.id} page={item} current={current} onNavigate={onNavigate} />;
        const holdsCurrent = item.id === currentGroup?.id;
        const open = !(folded[item.id] ?? !holdsCurrent);
        return (
          <GroupEntry
            key={item.id}
            group={item}
            open={open}
            current={current}
            holdsCurrent={holdsCurrent}
            onToggle={() => setFolded({ ...folded, [item.id]: open })}
            onNavigate={onNavigate}
          />
        );
      })}
    </ul>
  );
}

const ENTRY = classNames(
  "relative flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 py-1 text-start text-sm",
  "transition-colors hover:bg-nav-active/60 hover:text-nav-fg-strong",
);

const CURRENT = classNames(
  "bg-nav-active text-nav-fg-strong",
  "before:absolute before:inset-y-0 before:start-0 before:w-0.5 before:rounded-full before:bg-nav-mark",
);

type PageWithBelowProps = { page: NavigationPage; current: NavigationPage | undefined; onNavigate?: () => void };

/** A page; those below it show while it or one of them is on screen. */
function PageWithBelow({ page, current, onNavigate }: PageWithBelowProps) {
  const below = [page, ...(page.below ?? [])].some(({ id }) => id === current?.id) ? (page.below ?? []) : [];
  return (
    <PageEntry page={page} current={page.id === current?.id} onNavigate={onNavigate}>
      {below.length > 0 && (
        <ul className="mt-0.5 flex flex-col gap-0.5">
          {below.map((each) => (
            <PageEntry key={each.id} page={each} within current={each.id === current?.id} onNavigate={onNavigate} />
          ))}
        </ul>
      )}
    </PageEntry>
  );
}

type PageEntryProps = { page: NavigationPage; current: boolean; within?: boolean; onNavigate?: () => void; children?: ReactNode };

function PageEntry({ page, current, within, onNavigate, children }: PageEntryProps) {
  const t = useTranslations("shell.navigation");
  const Icon = NAVIGATION_ICONS[page.id];
  return (
    <li>
      <Link
        href={page.href}
        aria-current={current ? "page" : undefined}
        onClick={onNavigate}
        className={classNames(ENTRY, current && CURRENT, within && "ps-9.5")}
      >
        {Icon && !within && <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />}
        {t(page.id)}
      </Link>
      {children}
    </li>
  );
}

type GroupEntryProps = {
  group: NavigationGroup;
  open: boolean;
  current: NavigationPage | undefined;
  holdsCurrent: boolean;
  onToggle: () => void;
  onNavigate?: () => void;
};

function GroupEntry({ group, open, current, holdsCurrent, onToggle, onNavigate }: GroupEntryProps) {
  const t = useTranslations("shell.navigation");
  const id = useId();
  const Icon = NAVIGATION_ICONS[group.id];
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={onToggle}
        className={classNames(ENTRY, holdsCurrent && !open && CURRENT)}
      >
        {Icon && <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />}
        <span className="flex-1">{t(group.id)}</span>
        <ChevronRight aria-hidden className={classNames("size-4 shrink-0 transition-[rotate] rtl:-scale-x-100", open && "rotate-90")} />
      </button>
      <ul id={id} hidden={!open} className="mt-0.5 flex flex-col gap-0.5">
        {group.pages.map((page) => (
          <PageEntry key={page.id} page={page} within current={page.id === current?.id} onNavigate={onNavigate} />
        ))}
      </ul>
    </li>
  );
}
