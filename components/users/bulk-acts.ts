/** What can be done to many users at once: where it is sent. */
import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import type { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import type { SelectedUsers } from "./selected-users.ts";

export type BulkAct = "welcome" | "reset" | "deployment" | "office" | "delete";

const ADDRESS: Record<BulkAct, string> = { welcome: "welcome-mails", reset: "password-resets", deployment: "deployment-mails", office: "office-deployment-mails", delete: "delete" };

/** Does it, or starts the job that does. A repeated call with the same key does nothing twice. */
export function doToUsers(accountId: string, act: BulkAct, { selection }: Pick<SelectedUsers, "selection">, idempotencyKey?: string): Promise<Result<BulkResult>> {
  return request<BulkResult>("POST", `/accounts/${accountId}/users/${ADDRESS[act]}`, { body: { selection }, ...(idempotencyKey && { idempotencyKey }) });
}
