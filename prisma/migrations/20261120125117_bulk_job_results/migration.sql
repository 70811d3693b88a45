-- DropIndex
DROP INDEX "mail_messages_account_id_bulk_job_id_status_idx";

-- CreateTable
CREATE TABLE "bulk_job_results" (
    "account_id" UUID NOT NULL,
    "bulk_job_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "bulk_job_results_pkey" PRIMARY KEY ("account_id","bulk_job_id","user_id")
);

-- CreateIndex
CREATE INDEX "mail_messages_account_id_bulk_job_id_user_id_idx" ON "mail_messages"("account_id", "bulk_job_id", "user_id");

-- AddForeignKey
ALTER TABLE "bulk_job_results" ADD CONSTRAINT "bulk_job_results_account_id_bulk_job_id_fkey" FOREIGN KEY ("account_id", "bulk_job_id") REFERENCES "bulk_jobs"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The list of a job's users is paged by name.
CREATE INDEX "bulk_job_results_by_name" ON "bulk_job_results"("account_id", "bulk_job_id", "name" COLLATE "C", "user_id");
