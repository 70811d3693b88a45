"use client";

import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Tag } from "#components/ui/tag.tsx";
import type { RunView } from "#lib/plans/schemas.ts";
import { RunChanges } from "./run-changes.tsx";
import { RunLines } from "./run-lines.tsx";

type RunEntryProps = {
  run: RunView;
  /** Where every step is told with its time; none before there are any times. */
  href: string | null;
  startsOpen: boolean;
  /** How the run stands; without it the entry tells what it would change, as before a plan is applied. */
  status?: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
  /** Below the steps. */
  children?: ReactNode;
};

/** One user of a plan, with the steps behind a press. */
export function RunEntry({ run, href, startsOpen, status, actions, children }: RunEntryProps) {
  const t = useTranslations("plans");
  const [open, setOpen] = useState(startsOpen);
  const stepsId = useId();
  return (
    <li className="border-b border-line px-4 last:border-b-0">
      <div className="flex min-h-row flex-wrap items-center gap-x-2.5 gap-y-1 py-1.5">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={stepsId}
          onClick={() => setOpen(!open)}
          className="-ms-1 flex min-h-7 min-w-0 items-center gap-2.5 rounded-sm ps-1 pe-1.5 text-start hover:underline"
        >
          <ChevronRight aria-hidden className={classNames("size-4 shrink-0 transition-transform", open ? "rotate-90" : "rtl:-scale-x-100")} />
          <Avatar name={run.userName} />
          <span className="truncate font-semibold">{run.userName}</span>
        </button>
        {run.stepCount > 0 && <Tag>{t("steps", { count: run.stepCount })}</Tag>}
        {run.number !== "" && <code className="font-mono text-xs text-fg-3">{run.number}</code>}
        {status ?? <RunChanges lines={run.lines} />}
        {actions && <div className="ms-auto flex flex-wrap items-center gap-1">{actions}</div>}
      </div>
      <div id={stepsId} hidden={!open} className="ps-7.5">
        {open && (
          <>
            <RunLines lines={run.lines} />
            {children}
            {href !== null && (
              <p className="pb-3 text-sm">
                <Link href={href} className="link">
                  {t("openRun")}
                </Link>
              </p>
            )}
          </>
        )}
      </div>
    </li>
  );
}
