-- AlterTable
ALTER TABLE "mail_messages" ADD COLUMN "support_log_id" UUID;

-- CreateTable
CREATE TABLE "support_logs" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "log_level" TEXT NOT NULL,
    "user_details" JSON NOT NULL DEFAULT '{}',
    "device_details" JSON NOT NULL DEFAULT '{}',
    "error_information" TEXT NOT NULL DEFAULT '',
    "signal_strength" TEXT NOT NULL DEFAULT '',
    "reporter_id" UUID NOT NULL,
    "reporter_email" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "notes" TEXT NOT NULL DEFAULT '',
    "remind_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "support_logs_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "support_log_attachments" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "log_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "support_log_attachments_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "chat_settings" (
    "account_id" UUID NOT NULL,
    "allow_editing_and_deleting" BOOLEAN NOT NULL DEFAULT true,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "chat_settings_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE INDEX "support_logs_account_id_created_at_id_idx" ON "support_logs"("account_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "support_logs_account_id_reporter_id_created_at_idx" ON "support_logs"("account_id", "reporter_id", "created_at");

-- CreateIndex
CREATE INDEX "support_log_attachments_account_id_log_id_idx" ON "support_log_attachments"("account_id", "log_id");

-- AddForeignKey
ALTER TABLE "support_logs" ADD CONSTRAINT "support_logs_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_log_attachments" ADD CONSTRAINT "support_log_attachments_account_id_log_id_fkey" FOREIGN KEY ("account_id", "log_id") REFERENCES "support_logs"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_settings" ADD CONSTRAINT "chat_settings_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Below: what a Prisma schema can not say.

-- The list is sorted by each of its columns and searched by title; the keys of every sort end in the id.
ALTER TABLE "support_logs" ADD COLUMN "title_key" TEXT COLLATE "und-x-icu" GENERATED ALWAYS AS (lower("title")) STORED;
CREATE INDEX "support_logs_by_title" ON "support_logs" ("account_id", "title_key", "id");
CREATE INDEX "support_logs_by_product" ON "support_logs" ("account_id", "product" COLLATE "C", "id");
CREATE INDEX "support_logs_by_reporter" ON "support_logs" ("account_id", "reporter_email" COLLATE "C", "id");
CREATE INDEX "support_logs_by_state" ON "support_logs" ("account_id", "state" COLLATE "C", "id");
CREATE INDEX "support_logs_by_text" ON "support_logs" USING gin ("account_id", "title_key" gin_trgm_ops) WITH (fastupdate = off);
-- What the job of the reminders asks for, over all accounts.
CREATE INDEX "support_logs_to_remind" ON "support_logs" ("remind_at") WHERE "remind_at" IS NOT NULL;
ALTER TABLE "support_logs" ADD CONSTRAINT "support_logs_state" CHECK ("state" IN ('open', 'reported', 'resolved'));
ALTER TABLE "support_logs" ADD CONSTRAINT "support_logs_remind_while_open" CHECK ("remind_at" IS NULL OR "state" = 'open');
