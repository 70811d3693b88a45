import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { TAB, TAB_LIST } from "./tab-classes.ts";

type TabLinksProps = { label: string; tabs: readonly { href: string; label: ReactNode; current: boolean }[]; className?: string };

/** Parts of a thing that each have their own address, drawn as tabs. */
export function TabLinks({ label, tabs, className }: TabLinksProps) {
  return (
    <nav aria-label={label} className={classNames(TAB_LIST, className)}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined} className={classNames(TAB, "inline-flex items-center")}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
