import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";

type WayProps = {
  /** Null where there is nothing to see there, or the reader may not see it (NAV-07). */
  href: string | null;
  className?: string;
  children: ReactNode;
};

/** A link, or only its words where it would lead nowhere. */
export function Way({ href, className, children }: WayProps) {
  return href === null ? children : <Link href={href} className={className}>{children}</Link>;
}
