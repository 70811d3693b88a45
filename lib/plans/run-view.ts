import { Prisma } from "#lib/db/generated/client.ts";
import { linesOf } from "#lib/provisioning/lines.ts";
import type { Step } from "#lib/provisioning/steps.ts";
import { peerOf } from "#lib/provisioning/resources.ts";
import type { RunLine, RunProblem, RunStatus, RunView } from "./schemas.ts";

type StepRow = { payload: Step; status: RunLine["status"]; error: string; durationMs: number | null; peer: string };

export type RunRow = {
  id: string;
  userId: string;
  userName: string;
  status: RunStatus;
  number: string;
  problems: RunProblem[];
  stepCount: number;
  doneCount: number;
  error: string;
  steps: StepRow[];
};

/** A run with its steps in one row, so that a page of runs is one query. */
export const RUN_COLUMNS = Prisma.sql`
  r.id::text, r.user_id::text as "userId", r.user_name as "userName", r.status, r.number, r.problems, r.step_count as "stepCount", r.done_count as "doneCount", r.error,
  coalesce((select json_agg(json_build_object('payload', s.payload, 'status', s.status, 'error', s.error, 'durationMs', s.duration_ms, 'peer', coalesce(e.name, '')) order by s.position)
              from provisioning_steps s
              left join network_elements e on e.account_id = s.account_id and e.id = s.element_id
             where s.account_id = r.account_id and s.run_id = r.id), '[]'::json) as steps`;

/** A run as the doors show it: what belongs together is one line. */
export function toRunView({ steps, ...row }: RunRow): RunView {
  return { ...row, lines: linesOf(steps.map(({ payload }) => payload)).map((line) => toLine(line, steps)) };
}

function toLine({ positions, ...line }: ReturnType<typeof linesOf>[number], steps: StepRow[]): RunLine {
  const parts = positions.map((position) => steps[position]!);
  const failed = parts.find((part) => part.error !== "");
  const durations = parts.flatMap((part) => part.durationMs ?? []);
  return {
    ...line,
    peer: parts[0]!.peer || peerOf(parts[0]!.payload.kind),
    status: parts.some((part) => part.status === "failed") ? "failed" : parts.every((part) => part.status === "done") ? "done" : "planned",
    error: failed?.error ?? "",
    durationMs: durations.length > 0 ? durations.reduce((sum, duration) => sum + duration, 0) : null,
  };
}
