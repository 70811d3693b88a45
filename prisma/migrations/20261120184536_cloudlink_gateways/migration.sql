-- CreateTable
CREATE TABLE "gateways" (
    "account_id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "release" TEXT NOT NULL,
    "available_release" TEXT NOT NULL DEFAULT '',
    "fault" TEXT NOT NULL DEFAULT '',
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "detected_at" TIMESTAMPTZ(3) NOT NULL,
    "detected_by" TEXT NOT NULL,
    "site" JSONB,
    "ethernet" JSONB,
    "pbx" JSONB,
    "connected_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "sync_minutes" INTEGER NOT NULL DEFAULT 20,
    "next_sync_at" TIMESTAMPTZ(3),
    "sync_asked_at" TIMESTAMPTZ(3),
    "synced_at" TIMESTAMPTZ(3),
    "sync_fault" TEXT NOT NULL DEFAULT '',
    "pbx_user_count" INTEGER NOT NULL DEFAULT 0,
    "did_number" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "modified_at" TIMESTAMPTZ(3) NOT NULL,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "gateways_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "pbx_users" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pbx_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "extension" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "user_id" UUID,

    CONSTRAINT "pbx_users_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "gateway_resets" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "customer_name" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_by_account" UUID NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gateway_resets_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "gateways_serial_key" ON "gateways"("serial");

-- CreateIndex
CREATE INDEX "gateways_next_sync_at_idx" ON "gateways"("next_sync_at");

-- CreateIndex
CREATE INDEX "gateways_checked_at_idx" ON "gateways"("checked_at");

-- CreateIndex
CREATE UNIQUE INDEX "pbx_users_account_id_pbx_key_key" ON "pbx_users"("account_id", "pbx_key");

-- CreateIndex
CREATE INDEX "pbx_users_account_id_email_idx" ON "pbx_users"("account_id", "email");

-- AddForeignKey
ALTER TABLE "gateways" ADD CONSTRAINT "gateways_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pbx_users" ADD CONSTRAINT "pbx_users_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "gateways"("account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gateway_resets" ADD CONSTRAINT "gateway_resets_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
