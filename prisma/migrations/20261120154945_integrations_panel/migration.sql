-- AlterTable
ALTER TABLE "integrations" ADD COLUMN     "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "modified_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "removal" JSONB;

-- CreateTable
CREATE TABLE "chat_overlays" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "greeting" TEXT NOT NULL DEFAULT '',
    "corner" TEXT NOT NULL DEFAULT 'right',
    "colour" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "chat_overlays_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "workgroups" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "workgroups_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "workgroup_members" (
    "account_id" UUID NOT NULL,
    "workgroup_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "workgroup_members_pkey" PRIMARY KEY ("account_id","workgroup_id","user_id")
);

-- CreateTable
CREATE TABLE "client_applications" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "secret_hash" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "client_applications_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "application_assignments" (
    "account_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,

    CONSTRAINT "application_assignments_pkey" PRIMARY KEY ("account_id","application_id")
);

-- CreateTable
CREATE TABLE "access_tokens" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID,
    "application_id" UUID,
    "guest_name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_tokens_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateIndex
CREATE INDEX "workgroup_members_account_id_user_id_idx" ON "workgroup_members"("account_id", "user_id");

-- CreateIndex
CREATE INDEX "application_assignments_partner_id_application_id_idx" ON "application_assignments"("partner_id", "application_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_tokens_token_hash_key" ON "access_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "access_tokens_account_id_expires_at_idx" ON "access_tokens"("account_id", "expires_at");

-- AddForeignKey
ALTER TABLE "chat_overlays" ADD CONSTRAINT "chat_overlays_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workgroups" ADD CONSTRAINT "workgroups_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workgroup_members" ADD CONSTRAINT "workgroup_members_account_id_workgroup_id_fkey" FOREIGN KEY ("account_id", "workgroup_id") REFERENCES "workgroups"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workgroup_members" ADD CONSTRAINT "workgroup_members_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_applications" ADD CONSTRAINT "client_applications_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_assignments" ADD CONSTRAINT "application_assignments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_assignments" ADD CONSTRAINT "application_assignments_partner_id_application_id_fkey" FOREIGN KEY ("partner_id", "application_id") REFERENCES "client_applications"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_account_id_application_id_fkey" FOREIGN KEY ("account_id", "application_id") REFERENCES "application_assignments"("account_id", "application_id") ON DELETE CASCADE ON UPDATE CASCADE;
