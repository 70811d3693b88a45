export const MAIL_KINDS = ["welcome", "password_reset", "deployment"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
