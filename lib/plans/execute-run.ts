/** The job that works off one run: its steps in order, each kept when it is done, so that a killed worker's run goes on where it stood. */
import { database } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import type { Adapters, PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { describeFailure } from "#lib/provisioning/describe-failure.ts";
import { claimRun, keepStepDone, leasedUntil } from "./claim-run.ts";
import type { ClaimedRun, ClaimedStep } from "./claim-run.ts";
import { executeStep } from "./execute-step.ts";
import { failRun, finishRun, postponeRun } from "./finish-run.ts";
import type { StepFailure } from "./finish-run.ts";
import { stepKey } from "./step-secrets.ts";
import { keepDeployment } from "./keep-deployment.ts";
import { adapterOf, withPeer } from "./peers-in-use.ts";
import { secretRulesOf } from "./secret-rules.ts";

/** Tries of one step before the run is given up, where the failure may pass. */
const MAX_ATTEMPTS = 8;

/** Pause before the next try, in milliseconds: doubling from one second up to a minute. */
export function pauseMs(attempts: number): number {
  return Math.min(1_000 * 2 ** (attempts - 1), 60_000);
}

/** Works a run off as far as it goes. */
export async function executeRun({ accountId, runId }: JobPayload<"provisioning.run">): Promise<void> {
  const run = await claimRun(accountId, runId);
  if (!run) return comeBackLater(accountId, runId);
  for (const step of run.steps) {
    const failure = await tryStep(run, step);
    if (!failure) continue;
    const attempts = run.attempts + 1;
    if (failure.error.mayPass && attempts < MAX_ATTEMPTS) {
      await postponeRun(run, step.position, { ...failure, attempts, next: new Date(Date.now() + pauseMs(attempts)) });
    } else await failRun(run, step.position, { ...failure, gaveUpAfter: failure.error.mayPass ? attempts : null });
    return;
  }
  await finishRun(run);
}

/** A run that another worker had when it died is taken over when its lease has ended. */
async function comeBackLater(accountId: string, runId: string): Promise<void> {
  const until = await leasedUntil(accountId, runId);
  if (until) await jobWriter(database().prisma)("provisioning.run", { accountId, runId }, { startAfter: until });
}

async function tryStep(run: ClaimedRun, { position, elementId, payload }: ClaimedStep): Promise<StepFailure | undefined> {
  const { adapter, name } = await adapterOf(run.accountId, elementId);
  const began = performance.now();
  const idempotencyKey = stepKey(run.id, position);
  try {
    const context = { adapter: <K extends PeerKind>(_: K) => adapter as Adapters[K], idempotencyKey, number: run.number, ...(await secretRulesOf(run.accountId, run.planId)) };
    const deployment = await withPeer(elementId, () => executeStep(payload, context));
    if (payload.kind === "micollab.deployment") await keepDeployment(run, elementId, payload, deployment);
    await keepStepDone(run, position, performance.now() - began);
    run.attempts = 0;
    return undefined;
  } catch (error) {
    if (!(error instanceof PeerError)) throw error;
    return { error, sentence: describeFailure(error, name) };
  }
}
