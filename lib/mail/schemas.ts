/** Mails to a user of an account. */
export const MAIL_KINDS = ["welcome", "password_reset", "deployment", "mivb_details", "mivb_secrets", "subscriptions_expiring", "user_changed", "office_deployment"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Mails to the support contacts of an account (SUPCON-03, LOGS-25). */
export type SupportMailKind = "support_log" | "support_log_reminder";
