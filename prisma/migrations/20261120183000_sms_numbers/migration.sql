-- AlterTable
ALTER TABLE "integrations" ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "problem" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "sms_number" TEXT;

-- CreateTable
CREATE TABLE "sms_numbers" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "friendly_name" TEXT NOT NULL DEFAULT '',
    "micollab" BOOLEAN NOT NULL DEFAULT false,
    "gone_at" TIMESTAMPTZ(3),
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sms_numbers_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sms_numbers_account_id_number_key" ON "sms_numbers"("account_id", "number");

-- AddForeignKey
ALTER TABLE "sms_numbers" ADD CONSTRAINT "sms_numbers_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_account_id_sms_number_fkey" FOREIGN KEY ("account_id", "sms_number") REFERENCES "sms_numbers"("account_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- A number is one user's alone, whoever gives it to whom at the same moment. Most users have none and cost nothing here.
CREATE UNIQUE INDEX "users_account_id_sms_number_key" ON "users" ("account_id", "sms_number") WHERE "sms_number" IS NOT NULL;
