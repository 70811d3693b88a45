"use client";

import ChevronLeft from "lucide-react/icons/chevron-left";
import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { useListPlace } from "./list-place.ts";

/** The way back from one row's page to its list, as the list was left. */
export function ReturnLink({ list, children }: { list: string; children: ReactNode }) {
  return (
    <Link href={useListPlace(list)} className="link mb-3 inline-flex min-h-6 items-center gap-1 text-sm">
      <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {children}
    </Link>
  );
}
