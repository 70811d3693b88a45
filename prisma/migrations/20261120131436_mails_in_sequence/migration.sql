-- AlterTable
ALTER TABLE "mail_messages" ADD COLUMN     "after_id" UUID;

-- Found by the mail before it; nearly all mails wait for none.
CREATE INDEX "mail_messages_in_sequence" ON "mail_messages"("account_id", "after_id") WHERE "after_id" IS NOT NULL;
