-- CreateTable
CREATE TABLE "account_switches" (
    "account_id" UUID NOT NULL,
    "delegated_authentication" BOOLEAN NOT NULL DEFAULT false,
    "guest_access" BOOLEAN NOT NULL DEFAULT false,
    "bandwidth_optimization" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "account_switches_pkey" PRIMARY KEY ("account_id")
);

-- AddForeignKey
ALTER TABLE "account_switches" ADD CONSTRAINT "account_switches_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
