/** Every operation of the product. What is not here can not be done. */
import { assignManagedAccounts, unassignManagedAccounts } from "#lib/account-managers/change-managed-accounts.ts";
import { convertToManagers, upgradeToAdministrators } from "#lib/account-managers/change-kind.ts";
import { exportManagedAccounts, exportPartnerPeople } from "#lib/account-managers/export-lists.ts";
import { findManagedAccounts } from "#lib/account-managers/find-managed-accounts.ts";
import { findPartnerPeople } from "#lib/account-managers/find-people.ts";
import { getAccountSwitches, updateAccountSwitches } from "#lib/account-switches/account-switches.ts";
import { cancelBulkJob } from "#lib/bulk-jobs/cancel-bulk-job.ts";
import { exportBulkJobResults } from "#lib/bulk-jobs/export-bulk-job-results.ts";
import { findBulkJobResults } from "#lib/bulk-jobs/find-bulk-job-results.ts";
import { findWorkingBulkJobs } from "#lib/bulk-jobs/find-working-bulk-jobs.ts";
import { addAccount } from "#lib/accounts/add-account.ts";
import { deactivateAccount, deleteAccount, reactivateAccount } from "#lib/accounts/change-status.ts";
import { exportAccounts } from "#lib/accounts/export-accounts.ts";
import { findAccounts } from "#lib/accounts/find-accounts.ts";
import { findAccountContacts, findPartnerContacts } from "#lib/accounts/find-contact-suggestions.ts";
import { findSeenAccounts } from "#lib/accounts/find-seen-accounts.ts";
import { getAccount } from "#lib/accounts/get-account.ts";
import { updateAccount } from "#lib/accounts/update-account.ts";
import { endPreviousSecret, getBillingConnection, rotateBillingSecret } from "#lib/billing/connection.ts";
import { receiveBillingMessage } from "#lib/billing/receive-message.ts";
import { addOverlay, deleteOverlay, updateOverlay } from "#lib/chat-overlays/change-overlays.ts";
import { findOverlays } from "#lib/chat-overlays/find-overlays.ts";
import { getChatSettings } from "#lib/chat-settings/get-chat-settings.ts";
import { updateChatSettings } from "#lib/chat-settings/update-chat-settings.ts";
import { getAccountDashboard } from "#lib/dashboard/get-account-dashboard.ts";
import { getPartnerDashboard } from "#lib/dashboard/get-partner-dashboard.ts";
import { exportEvents, exportSelectedEvents } from "#lib/events/export-events.ts";
import { findEvents } from "#lib/events/find-events.ts";
import { getEvent } from "#lib/events/get-event.ts";
import { checkGateway } from "#lib/gateways/check-gateway.ts";
import { completeOnboarding } from "#lib/gateways/complete-onboarding.ts";
import { connectPbx, setSyncSchedule, syncNow } from "#lib/gateways/connect-pbx.ts";
import { definePbx } from "#lib/gateways/define-pbx.ts";
import { detectGateway } from "#lib/gateways/detect-gateway.ts";
import { exportPbxUsers, findPbxUsers } from "#lib/gateways/find-pbx-users.ts";
import { getGateway } from "#lib/gateways/get-gateway.ts";
import { lookAtClaim } from "#lib/gateways/look-at-claim.ts";
import { registerGateway } from "#lib/gateways/register-gateway.ts";
import { getGatewaySupport, rebootGateway, scheduleUpdate, setTracing, updateGateway } from "#lib/gateways/support-gateway.ts";
import { addImport } from "#lib/imports/add-import.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import { addImportRow, deleteImportRow, updateImportRow } from "#lib/imports/change-rows.ts";
import { exportImportRows } from "#lib/imports/export-import-rows.ts";
import { exportImports } from "#lib/imports/export-imports.ts";
import { findImportRows } from "#lib/imports/find-import-rows.ts";
import { findImports } from "#lib/imports/find-imports.ts";
import { getImport } from "#lib/imports/get-import.ts";
import { getTemplate } from "#lib/imports/get-template.ts";
import { getUndo, undoImport } from "#lib/imports/undo-import.ts";
import { uploadImport } from "#lib/imports/upload-import.ts";
import { changeLicenses } from "#lib/licenses/change-licenses.ts";
import { countLicenses } from "#lib/licenses/count-licenses.ts";
import { getLicenseUsage } from "#lib/licenses/get-usage.ts";
import { previewLicenseChange } from "#lib/licenses/preview-change.ts";
import { getProductsOfUser } from "#lib/licenses/get-products-of-user.ts";
import { removeLicense, setLicense } from "#lib/licenses/set-license.ts";
import { addApiKey, deleteApiKey, findApiKeys } from "#lib/me/api-keys.ts";
import { changePassword } from "#lib/me/change-password.ts";
import { getDeploymentPin, getHome } from "#lib/me/get-home.ts";
import { getMe } from "#lib/me/get-me.ts";
import { findPreferences, setPreference } from "#lib/me/preferences.ts";
import { endSession, endSessions, findSessions } from "#lib/me/sessions.ts";
import { updateMe } from "#lib/me/update-me.ts";
import { deleteNotification, findNotifications } from "#lib/notifications/notifications.ts";
import { assignOrder } from "#lib/orders/assign-order.ts";
import { exportOrders } from "#lib/orders/export-orders.ts";
import { findOrders } from "#lib/orders/find-orders.ts";
import { findCompanies } from "#lib/orders/find-companies.ts";
import { getCompany, getOrder } from "#lib/orders/get-order.ts";
import { completePasswordReset, getPasswordReset, requestPasswordReset } from "#lib/registration/password-reset.ts";
import { completeRegistration, getRegistration } from "#lib/registration/registration.ts";
import { addRole } from "#lib/roles/add-role.ts";
import { assignRole, unassignRole } from "#lib/roles/assign-role.ts";
import { deleteRole } from "#lib/roles/delete-role.ts";
import { exportAccountRoles, exportRoleAccounts, exportRoles } from "#lib/roles/export-roles.ts";
import { findAccountRoles, findRoleChoices } from "#lib/roles/find-account-roles.ts";
import { findRoleAccounts } from "#lib/roles/find-role-accounts.ts";
import { findRoles } from "#lib/roles/find-roles.ts";
import { getAccountRole } from "#lib/roles/get-account-role.ts";
import { getRole } from "#lib/roles/get-role.ts";
import { updateRole } from "#lib/roles/update-role.ts";
import { findAnything } from "#lib/search/find-anything.ts";
import { exportServiceRoles } from "#lib/service-roles/export-service-roles.ts";
import { findServiceRoleChoices } from "#lib/service-roles/find-service-role-choices.ts";
import { findServiceRoles } from "#lib/service-roles/find-service-roles.ts";
import { getSignOutReason } from "#lib/sessions/get-sign-out-reason.ts";
import { signInWithMiAccess } from "#lib/sessions/sign-in-with-miaccess.ts";
import { signIn } from "#lib/sessions/sign-in.ts";
import { signOut } from "#lib/sessions/sign-out.ts";
import { findMissingIntegrations, findSubscriptions } from "#lib/subscriptions/find-subscriptions.ts";
import { addSupportLog } from "#lib/support-logs/add-support-log.ts";
import { exportLog, exportReport } from "#lib/support-logs/export-log.ts";
import { exportSupportLogs } from "#lib/support-logs/export-support-logs.ts";
import { findSupportLogs } from "#lib/support-logs/find-support-logs.ts";
import { getAttachment } from "#lib/support-logs/get-attachment.ts";
import { getSupportLog } from "#lib/support-logs/get-support-log.ts";
import { updateSupportLog } from "#lib/support-logs/update-support-log.ts";
import { addTemplate } from "#lib/templates/add-template.ts";
import { deleteTemplate } from "#lib/templates/delete-template.ts";
import { exportTemplates } from "#lib/templates/export-templates.ts";
import { findTemplateChoices } from "#lib/templates/find-template-choices.ts";
import { findTemplates } from "#lib/templates/find-templates.ts";
import { getTemplate as getUserTemplate } from "#lib/templates/get-template.ts";
import { updateTemplate } from "#lib/templates/update-template.ts";
import { addUser } from "#lib/users/add-user.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { exportUsers } from "#lib/users/export-users.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { getUser } from "#lib/users/get-user.ts";
import { resetPasswords } from "#lib/users/reset-passwords.ts";
import { sendDeploymentMails } from "#lib/users/send-deployment-mails.ts";
import { sendOfficeMails } from "#lib/users/send-office-mails.ts";
import { sendWelcomeMails } from "#lib/users/send-welcome-mails.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { exportDrift } from "#lib/drift/export-drift.ts";
import { findDrift } from "#lib/drift/find-drift.ts";
import { adoptDrift, repairDrift } from "#lib/drift/settle-drift.ts";
import { startReconciliation } from "#lib/drift/start-reconciliation.ts";
import { addNetworkElement } from "#lib/network-elements/add-network-element.ts";
import { checkNetworkElement } from "#lib/network-elements/check-network-element.ts";
import { deleteNetworkElement } from "#lib/network-elements/delete-network-element.ts";
import { findNetworkElements } from "#lib/network-elements/find-network-elements.ts";
import { setFlowThrough } from "#lib/network-elements/set-flow-through.ts";
import { updateNetworkElement } from "#lib/network-elements/update-network-element.ts";
import { addIntegrations } from "#lib/integrations/add-integrations.ts";
import { findIntegrations, getIntegration } from "#lib/integrations/find-integrations.ts";
import { findLinkable } from "#lib/integrations/find-linkable.ts";
import { removeIntegration } from "#lib/integrations/remove-integration.ts";
import { switchOn, updateFeatures, updateSettings } from "#lib/integrations/update-integration.ts";
import { getMicollab } from "#lib/micollab/get-micollab.ts";
import { startSynchronization } from "#lib/micollab/start-synchronization.ts";
import { findOwnApplications } from "#lib/applications/find-applications.ts";
import { introspectToken } from "#lib/applications/introspect.ts";
import { openApplication } from "#lib/applications/open-application.ts";
import { redeemTicket } from "#lib/applications/redeem-ticket.ts";
import { getUnifyPhone } from "#lib/unify-phone/get-unify-phone.ts";
import { startTenantSynchronization } from "#lib/unify-phone/start-synchronization.ts";
import { attachPbx, detachPbx } from "#lib/voice-assist/change-pbxs.ts";
import { getVoiceAssist } from "#lib/voice-assist/get-voice-assist.ts";
import { getWorkflowUsage } from "#lib/workflow-studio/get-workflow-usage.ts";
import { addPlan } from "#lib/plans/add-plan.ts";
import { applyPlan } from "#lib/plans/apply-plan.ts";
import { cancelPlan, changeRun, readAgain } from "#lib/plans/change-plan.ts";
import { exportPlans, exportRuns } from "#lib/plans/export-plans.ts";
import { findPlans, getPlan } from "#lib/plans/find-plans.ts";
import { findRuns, getRun } from "#lib/plans/find-runs.ts";
import { retryRuns } from "#lib/plans/retry-runs.ts";
import { rollBackRuns } from "#lib/plans/roll-back-runs.ts";
import { addTelephonyProduct, removeTelephonyProduct } from "#lib/telephony/change-product.ts";
import { findSetUpChoices } from "#lib/telephony/find-set-up-choices.ts";
import { getContactCenterAccess } from "#lib/telephony/get-contact-center-access.ts";
import { getTelephonyOfUser } from "#lib/telephony/get-telephony-of-user.ts";
import { getUserConfiguration } from "#lib/telephony/get-configuration.ts";
import { setUpTelephony } from "#lib/telephony/set-up.ts";
import { findNumbers } from "#lib/mivoice-business/find-numbers.ts";
import { getMivoiceBusiness } from "#lib/mivoice-business/get-mivoice-business.ts";
import { findNumberHolders } from "#lib/number-conflicts/find-number-holders.ts";
import { getGuest } from "#lib/access-tokens/get-guest.ts";
import { issueDelegatedToken } from "#lib/access-tokens/issue-delegated-token.ts";
import { issueGuestToken } from "#lib/access-tokens/issue-guest-token.ts";
import { addApplication, deleteApplication, renewSecret, updateApplication } from "#lib/client-applications/change-applications.ts";
import { findApplications } from "#lib/client-applications/find-applications.ts";
import { addScimUser } from "#lib/scim/add-user.ts";
import { patchScimUser, replaceScimUser } from "#lib/scim/change-user.ts";
import { generateScimKeys, getScimConnection } from "#lib/scim/connection.ts";
import { deleteScimUser } from "#lib/scim/delete-user.ts";
import { findScimUsers, getScimUser } from "#lib/scim/find-users.ts";
import { addWorkgroup, deleteWorkgroup, updateWorkgroup } from "#lib/workgroups/change-workgroups.ts";
import { findMemberChoices, findWorkgroups } from "#lib/workgroups/find-workgroups.ts";
import { changeNumbers } from "#lib/sms-numbers/change-numbers.ts";
import { countNumbers } from "#lib/sms-numbers/count-numbers.ts";
import { exportSmsNumbers } from "#lib/sms-numbers/export-sms-numbers.ts";
import { findNumberChoices } from "#lib/sms-numbers/find-number-choices.ts";
import { findSmsNumbers } from "#lib/sms-numbers/find-sms-numbers.ts";
import { refreshSmsNumbers } from "#lib/sms-numbers/refresh.ts";
import { getMicollabNumbers, setMicollabNumbers } from "#lib/sms-numbers/set-micollab-numbers.ts";
import { getTwilio } from "#lib/twilio/get-twilio.ts";
import type { AnyOperation, HttpBinding } from "./operation.ts";

const DECLARED = [
  signIn, signInWithMiAccess, signOut, getSignOutReason,
  getRegistration, completeRegistration, requestPasswordReset, getPasswordReset, completePasswordReset,
  getMe, changePassword, updateMe, getHome, getDeploymentPin, findSessions, endSession, endSessions, findPreferences, setPreference, findApiKeys, addApiKey, deleteApiKey, findNotifications, deleteNotification,
  findAccounts, findSeenAccounts, exportAccounts, addAccount, getAccount, updateAccount, getAccountSwitches, updateAccountSwitches, deactivateAccount, reactivateAccount, deleteAccount, findAccountContacts, findPartnerContacts,
  findRoles, exportRoles, addRole, getRole, updateRole, deleteRole, assignRole, unassignRole, findRoleAccounts, exportRoleAccounts, findAccountRoles, getAccountRole, exportAccountRoles, findRoleChoices,
  findPartnerPeople, exportPartnerPeople, convertToManagers, upgradeToAdministrators, findManagedAccounts, exportManagedAccounts, assignManagedAccounts, unassignManagedAccounts,
  getPartnerDashboard, getAccountDashboard,
  findOrders, exportOrders, getOrder, findCompanies, getCompany, assignOrder, receiveBillingMessage, getBillingConnection, rotateBillingSecret, endPreviousSecret,
  findSubscriptions, findMissingIntegrations, getProductsOfUser, setLicense, removeLicense, changeLicenses, countLicenses, getLicenseUsage, previewLicenseChange,
  findWorkingBulkJobs, findBulkJobResults, exportBulkJobResults, cancelBulkJob,
  findUsers, addUser, getUser, updateUser, deleteUsers, sendWelcomeMails, sendOfficeMails, sendDeploymentMails, resetPasswords, exportUsers,
  findTemplates, exportTemplates, findTemplateChoices, getUserTemplate, addTemplate, updateTemplate, deleteTemplate, findServiceRoles, exportServiceRoles, findServiceRoleChoices,
  findEvents, getEvent, exportEvents, exportSelectedEvents, findAnything,
  findSupportLogs, addSupportLog, exportSupportLogs, getSupportLog, updateSupportLog, getAttachment, exportLog, exportReport,
  getChatSettings, updateChatSettings,
  getTemplate, addImport, findImports, exportImports, getImport, cancelImport, uploadImport, getUndo, undoImport, findImportRows, addImportRow, updateImportRow, deleteImportRow, exportImportRows,
  findLinkable, findIntegrations, getIntegration, addIntegrations, updateFeatures, updateSettings, switchOn, removeIntegration,
  getTwilio, findSmsNumbers, exportSmsNumbers, refreshSmsNumbers, findNumberChoices, countNumbers, changeNumbers, getMicollabNumbers, setMicollabNumbers,
  lookAtClaim, getGateway, detectGateway, registerGateway, definePbx, connectPbx, syncNow, setSyncSchedule, completeOnboarding, checkGateway, findPbxUsers, exportPbxUsers,
  getGatewaySupport, rebootGateway, updateGateway, scheduleUpdate, setTracing,
  findOverlays, addOverlay, updateOverlay, deleteOverlay, findWorkgroups, findMemberChoices, addWorkgroup, updateWorkgroup, deleteWorkgroup, getMivoiceBusiness, findNumberHolders,
  getScimConnection, generateScimKeys, findScimUsers, getScimUser, addScimUser, replaceScimUser, patchScimUser, deleteScimUser,
  findApplications, addApplication, updateApplication, renewSecret, deleteApplication, issueDelegatedToken, issueGuestToken, getGuest,
  getMicollab, startSynchronization, findOwnApplications, openApplication, redeemTicket, introspectToken, getWorkflowUsage, getVoiceAssist, attachPbx, detachPbx, getUnifyPhone, startTenantSynchronization,
  addNetworkElement, findNetworkElements, updateNetworkElement, checkNetworkElement, deleteNetworkElement, setFlowThrough,
  addPlan, findPlans, exportPlans, getPlan, findRuns, exportRuns, getRun, changeRun, readAgain, applyPlan, cancelPlan, retryRuns, rollBackRuns,
  getTelephonyOfUser, getUserConfiguration, addTelephonyProduct, removeTelephonyProduct, findSetUpChoices, setUpTelephony, getContactCenterAccess, findNumbers,
  findDrift, exportDrift, startReconciliation, adoptDrift, repairDrift,
];

export const OPERATIONS: readonly AnyOperation[] = DECLARED as unknown as AnyOperation[];

/** An operation that has an address. */
export type OpenOperation = AnyOperation & { http: HttpBinding };

export const OPEN_OPERATIONS: readonly OpenOperation[] = OPERATIONS.filter((operation): operation is OpenOperation => operation.http !== null);
