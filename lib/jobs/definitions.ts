/** Every kind of job: its payload, and how the queue treats it. What a job does stands in its domain; see handlers.ts. */
import { z } from "zod";
import { INTEGRATION_KEYS } from "#lib/integrations/schemas.ts";

const inAccount = { accountId: z.uuid() };

type JobDefinition = {
  payload: z.ZodType<Record<string, unknown>>;
  /** Tries after the first one when the handler throws or its process dies. */
  retryLimit: number;
  /** Longest time one try may take, in seconds. */
  expireInSeconds: number;
  /** Jobs one worker takes at a time. */
  concurrency: number;
};

export const JOBS = {
  "mail.send": { payload: z.object({ ...inAccount, messageId: z.uuid() }), retryLimit: 20, expireInSeconds: 120, concurrency: 8 },
  "password-resets.send": { payload: z.object({ email: z.string(), correlationId: z.uuid() }), retryLimit: 5, expireInSeconds: 60, concurrency: 4 },
  "users.bulk": { payload: z.object({ ...inAccount, bulkJobId: z.uuid() }), retryLimit: 20, expireInSeconds: 1_800, concurrency: 2 },
  "imports.read": { payload: z.object({ ...inAccount, importId: z.uuid() }), retryLimit: 5, expireInSeconds: 900, concurrency: 1 },
  "imports.upload": { payload: z.object({ ...inAccount, importId: z.uuid() }), retryLimit: 5, expireInSeconds: 900, concurrency: 1 },
  "imports.undo": { payload: z.object({ ...inAccount, importId: z.uuid() }), retryLimit: 5, expireInSeconds: 900, concurrency: 1 },
  "provisioning.plan": { payload: z.object({ ...inAccount, planId: z.uuid() }), retryLimit: 5, expireInSeconds: 900, concurrency: 1 },
  "provisioning.apply": { payload: z.object({ ...inAccount, planId: z.uuid() }), retryLimit: 5, expireInSeconds: 900, concurrency: 1 },
  "provisioning.run": { payload: z.object({ ...inAccount, runId: z.uuid() }), retryLimit: 50, expireInSeconds: 300, concurrency: 24 },
  "provisioning.reconcile": { payload: z.object(inAccount), retryLimit: 2, expireInSeconds: 900, concurrency: 1 },
  "provisioning.adopt": { payload: z.object({ ...inAccount, driftIds: z.array(z.uuid()) }), retryLimit: 5, expireInSeconds: 300, concurrency: 1 },
  "provisioning.reconcile-all": { payload: z.object({}), retryLimit: 2, expireInSeconds: 300, concurrency: 1 },
  "integrations.remove": { payload: z.object({ ...inAccount, key: z.enum(INTEGRATION_KEYS) }), retryLimit: 7, expireInSeconds: 300, concurrency: 2 },
  "sms-numbers.refresh": { payload: z.object(inAccount), retryLimit: 1, expireInSeconds: 600, concurrency: 4 },
  "sms-numbers.refresh-all": { payload: z.object({}), retryLimit: 2, expireInSeconds: 300, concurrency: 1 },
  "gateways.sync": { payload: z.object({ ...inAccount, by: z.object({ accountId: z.uuid(), userId: z.uuid() }).nullable() }), retryLimit: 5, expireInSeconds: 900, concurrency: 2 },
  "gateways.check": { payload: z.object(inAccount), retryLimit: 2, expireInSeconds: 120, concurrency: 8 },
  "gateways.look-after": { payload: z.object({}), retryLimit: 1, expireInSeconds: 120, concurrency: 1 },
  "gateways.list-account": { payload: z.object(inAccount), retryLimit: 50, expireInSeconds: 120, concurrency: 4 },
  // With the pauses between them most of a day, until somebody has plugged the gateway in again.
  "gateways.reset": { payload: z.object({ ...inAccount, resetId: z.uuid() }), retryLimit: 200, expireInSeconds: 120, concurrency: 4 },
  "micollab.synchronize": { payload: z.object(inAccount), retryLimit: 8, expireInSeconds: 300, concurrency: 2 },
  "micollab.synchronize-all": { payload: z.object({}), retryLimit: 2, expireInSeconds: 300, concurrency: 1 },
  "voice-assist.synchronize": { payload: z.object(inAccount), retryLimit: 8, expireInSeconds: 300, concurrency: 2 },
  "voice-assist.synchronize-all": { payload: z.object({}), retryLimit: 2, expireInSeconds: 300, concurrency: 1 },
  "unify-phone.synchronize": { payload: z.object(inAccount), retryLimit: 8, expireInSeconds: 300, concurrency: 2 },
  "unify-phone.synchronize-all": { payload: z.object({}), retryLimit: 2, expireInSeconds: 300, concurrency: 1 },
  // With the pauses between them most of a day, as the licenses of users hang on it.
  "unify-phone.end-link": { payload: z.object({ ...inAccount, since: z.iso.datetime() }), retryLimit: 200, expireInSeconds: 120, concurrency: 4 },
  "orders.begin-day": { payload: z.object({}), retryLimit: 5, expireInSeconds: 1_800, concurrency: 1 },
  "support-logs.remind": { payload: z.object({}), retryLimit: 5, expireInSeconds: 900, concurrency: 1 },
  "sessions.forget-ended": { payload: z.object({}), retryLimit: 5, expireInSeconds: 300, concurrency: 1 },
  "operations.forget-answers": { payload: z.object({}), retryLimit: 5, expireInSeconds: 300, concurrency: 1 },
  "events.partitions": { payload: z.object({}), retryLimit: 5, expireInSeconds: 1_800, concurrency: 1 },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]["payload"]>;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
