"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import type { RunView } from "#lib/plans/schemas.ts";
import { NumberPopover } from "./number-popover.tsx";
import type { PlanActs } from "./use-plan-acts.ts";
import { otherNumberHelps, wayOut } from "./way-out.ts";

type BlockedRunProps = { accountId: string; run: RunView; acts: PlanActs };

/** A user who can not be applied: why, and the way out beside it. */
export function BlockedRun({ accountId, run, acts }: BlockedRunProps) {
  const t = useTranslations("plans.blocked");
  const { busy, pending, failure } = acts;
  const named = (label: string) => t("actFor", { act: label, name: run.userName });
  const ways = run.problems.flatMap((problem) => {
    const way = wayOut(problem, run.userId);
    return way && problem.suggestion !== null ? [{ way, label: problem.suggestion }] : [];
  });
  return (
    <li className="flex flex-wrap items-start gap-x-2.5 gap-y-2 border-b border-line px-4 py-2.5 last:border-b-0">
      <Avatar name={run.userName} />
      <div className="min-w-0 flex-1 basis-64 self-center">
        <span className="me-2.5 font-semibold">{run.userName}</span>
        {run.problems.map(({ code, message }) => (
          <span key={code + message} className="me-2 text-fg-2">
            {message}
          </span>
        ))}
        {failure?.act.endsWith(run.id) && (
          <p role="alert" className="text-sm text-bad">
            {failure.message}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1.5 max-sm:w-full">
        {ways.map(({ way, label }) =>
          way.kind === "page" ? (
            <ButtonLink key={label} href={`/accounts/${accountId}/${way.path}`}>
              {label}
            </ButtonLink>
          ) : (
            <Button key={label} aria-label={named(label)} pending={pending === `number ${run.id}`} aria-disabled={busy || undefined} onClick={() => busy || acts.takeNumber(run, way.number)}>
              {label}
            </Button>
          ),
        )}
        {otherNumberHelps(run.problems) && (
          <NumberPopover userName={run.userName} number={run.number} disabled={busy} onSubmit={(number) => acts.sendNumber(run, number)} onSaved={acts.refresh} />
        )}
        <Button variant="ghost" aria-label={named(t("leaveOut"))} pending={pending === `leave ${run.id}`} aria-disabled={busy || undefined} onClick={() => busy || acts.leaveOut(run, true)}>
          {t("leaveOut")}
        </Button>
      </div>
    </li>
  );
}
