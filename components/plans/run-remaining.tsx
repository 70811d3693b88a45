"use client";

import { useEffect, useState } from "react";
import type { z } from "zod";
import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import type { RunDetail } from "#lib/plans/schemas.ts";
import { RemainingSteps } from "./remaining-steps.tsx";

type Answer = Result<z.infer<typeof RunDetail>>;

/** What remains to be done by hand for one user, asked for when the user is opened. */
export function RunRemaining({ accountId, planId, runId }: { accountId: string; planId: string; runId: string }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let gone = false;
    void request<z.infer<typeof RunDetail>>("GET", `/accounts/${accountId}/provisioning/plans/${planId}/runs/${runId}`).then((result) => {
      if (!gone) setAnswer(result);
    });
    return () => {
      gone = true;
    };
  }, [accountId, planId, runId]);
  if (answer === null) return null;
  if (answer.ok) return <RemainingSteps accountId={accountId} steps={answer.data.remaining} />;
  return (
    <p role="alert" className="pb-2 text-sm text-bad">
      {answer.error.message}
    </p>
  );
}
