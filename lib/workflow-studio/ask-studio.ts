/** Asking Workflow Studio how many flows an account has executed. */
import { z } from "zod";
import type { Connection } from "#lib/applications/connections.ts";
import { settings } from "#lib/config/settings.ts";
import { OperationError } from "#lib/operations/errors.ts";

const Count = z.object({ period: z.iso.date(), executed: z.object({ essential: z.int().min(0), premier: z.int().min(0) }) });

/**
 * Asks for the executions of an account in the billing period that begins on a day.
 * @throws OperationError peer_failed when the service can not be reached, refuses, or answers something else
 */
export async function askExecutions({ url, secret }: Connection, accountId: string, period: string): Promise<{ essential: number; premier: number }> {
  const authorization = `Basic ${Buffer.from(`portal:${secret}`).toString("base64")}`;
  let answer: { status: number; body: unknown };
  try {
    const response = await fetch(`${url}/api/v1/accounts/${accountId}/executions/${period}`, { headers: { authorization }, redirect: "manual", signal: AbortSignal.timeout(settings().PEER_TIMEOUT_MS) });
    answer = { status: response.status, body: await response.json() };
  } catch (error) {
    if (error instanceof SyntaxError) throw failed("answered something that can not be read.");
    if (error instanceof TypeError || error instanceof DOMException) throw failed(error.name === "TimeoutError" ? "did not answer in time." : "can not be reached.");
    throw error;
  }
  if (answer.status === 401) throw failed("does not accept the portal's secret.");
  const count = Count.safeParse(answer.body);
  if (answer.status !== 200 || !count.success || count.data.period !== period) throw failed(`can not tell this now (it answered ${answer.status}).`);
  return count.data.executed;
}

function failed(what: string): OperationError {
  return new OperationError("peer_failed", `Mitel Workflow Studio ${what}`);
}
