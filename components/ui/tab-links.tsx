import { Link } from "./link.tsx";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TabLink = { id: string; label: ReactNode; href: string };

/** Parts of one thing with an address each, of which one is open. On a narrow screen the row scrolls in itself. */
export function TabLinks({ label, current, links }: { label: string; current: string; links: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="mb-3 flex gap-1 overflow-x-auto border-b border-line">
      {links.map(({ id, label: name, href }) => (
        <Link
          key={id}
          href={href}
          aria-current={id === current ? "page" : undefined}
          className={classNames(
            "-mb-px inline-flex min-h-10 shrink-0 items-center border-b-2 border-transparent px-2.5 text-sm font-medium whitespace-nowrap text-fg-2 hover:text-fg focus-visible:-outline-offset-2",
            "aria-[current=page]:border-accent aria-[current=page]:text-accent",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
