/** What each kind of job does. Every handler may run twice for the same job, and then does nothing twice. */
import { keepPartitions } from "#lib/events/keep-partitions.ts";
import { watchGateway } from "#lib/gateways/check-gateway.ts";
import { resetGateway } from "#lib/gateways/let-go.ts";
import { listAccount } from "#lib/gateways/list-account.ts";
import { lookAfterGateways } from "#lib/gateways/look-after-gateways.ts";
import { syncPbx } from "#lib/gateways/sync-pbx.ts";
import { addImportedUsers } from "#lib/imports/add-imported-users.ts";
import { readImportFile } from "#lib/imports/read-import-file.ts";
import { removeImportedUsers } from "#lib/imports/remove-imported-users.ts";
import { removeStored } from "#lib/integrations/remove-integration.ts";
import { adopt } from "#lib/drift/adopt.ts";
import { reconcile, reconcileAll } from "#lib/drift/reconcile.ts";
import { synchronize, synchronizeAll } from "#lib/micollab/synchronize.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import { sendPasswordResets } from "#lib/registration/send-password-resets.ts";
import { forgetEnded } from "#lib/sessions/forget-ended.ts";
import { remindOfOpenLogs } from "#lib/support-logs/remind.ts";
import { workOffUsers } from "#lib/users/bulk-job.ts";
import { beginDay } from "#lib/orders/daily.ts";
import { refreshAllSmsNumbers, refreshSmsNumbersOf } from "#lib/sms-numbers/refresh.ts";
import { checkAndStart } from "#lib/plans/check-and-start.ts";
import { forgetAnswers } from "#lib/operations/idempotency.ts";
import { executeRun } from "#lib/plans/execute-run.ts";
import { makePlan } from "#lib/plans/make-plan.ts";
import { endLinkOf } from "#lib/unify-phone/leave-tenant.ts";
import { synchronizeAllTenants, synchronizeTenant } from "#lib/unify-phone/synchronize.ts";
import { synchronizeAllAttendants, synchronizeAttendant } from "#lib/voice-assist/synchronize.ts";
import type { JobName, JobPayload } from "./definitions.ts";

type Handlers = { [N in JobName]: (payload: JobPayload<N>) => Promise<void> };

export const HANDLERS: Handlers = {
  "mail.send": sendMail,
  "password-resets.send": sendPasswordResets,
  "provisioning.plan": makePlan,
  "provisioning.apply": checkAndStart,
  "provisioning.run": executeRun,
  "provisioning.reconcile": reconcile,
  "provisioning.adopt": adopt,
  "provisioning.reconcile-all": reconcileAll,
  "users.bulk": workOffUsers,
  "imports.read": readImportFile,
  "imports.upload": addImportedUsers,
  "imports.undo": removeImportedUsers,
  "integrations.remove": removeStored,
  "sms-numbers.refresh": refreshSmsNumbersOf,
  "sms-numbers.refresh-all": refreshAllSmsNumbers,
  "gateways.sync": syncPbx,
  "gateways.check": watchGateway,
  "gateways.look-after": () => lookAfterGateways(),
  "gateways.list-account": listAccount,
  "gateways.reset": resetGateway,
  "micollab.synchronize": synchronize,
  "micollab.synchronize-all": synchronizeAll,
  "voice-assist.synchronize": synchronizeAttendant,
  "voice-assist.synchronize-all": synchronizeAllAttendants,
  "unify-phone.synchronize": synchronizeTenant,
  "unify-phone.synchronize-all": synchronizeAllTenants,
  "unify-phone.end-link": endLinkOf,
  "orders.begin-day": () => beginDay(),
  "support-logs.remind": () => remindOfOpenLogs(),
  "sessions.forget-ended": () => forgetEnded(),
  "operations.forget-answers": forgetAnswers,
  "events.partitions": () => keepPartitions(),
};
