"use client";

import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import type { Act } from "#components/live/use-act.ts";
import type { PlanView, RunView } from "#lib/plans/schemas.ts";

type Run = Pick<RunView, "id">;

export type PlanActs = Pick<Act, "pending" | "failure"> & {
  /** Nothing else can be asked for: an act is under way, or the plan is being made anew. */
  busy: boolean;
  leaveOut: (run: Run, out: boolean) => void;
  takeNumber: (run: Run, number: string) => void;
  /** The same for a form, which shows what came of it itself and then calls `refresh`. */
  sendNumber: (run: Run, number: string) => Promise<Result<PlanView>>;
  readAgain: () => void;
  apply: () => void;
  retry: (runs?: readonly Run[]) => void;
  refresh: () => void;
};

/** What can be done with a plan from its page. Every act is named by a word and the run it is for. */
export function usePlanActs(accountId: string, plan: Pick<PlanView, "id" | "status">): PlanActs {
  const router = useRouter();
  const { pending, failure, act } = useAct();
  const path = `/accounts/${accountId}/provisioning/plans/${plan.id}`;
  const change = (run: Run, body: { leaveOut?: boolean; number?: string }) => request<PlanView>("PATCH", `${path}/runs/${run.id}`, { body });
  const post = (verb: string, body: unknown = {}) => request<PlanView>("POST", `${path}/${verb}`, { body });
  return {
    pending,
    failure,
    busy: pending !== null || plan.status === "planning",
    leaveOut: (run, out) => void act(`leave ${run.id}`, () => change(run, { leaveOut: out })),
    takeNumber: (run, number) => void act(`number ${run.id}`, () => change(run, { number })),
    sendNumber: (run, number) => change(run, { number }),
    readAgain: () => void act("read-again", () => post("read-again")),
    apply: () => void act("apply", () => post("apply")),
    retry: (runs) => void act(runs?.length === 1 ? `retry ${runs[0]?.id}` : "retry", () => post("retry", runs ? { runIds: runs.map(({ id }) => id) } : {})),
    refresh: () => router.refresh(),
  };
}
