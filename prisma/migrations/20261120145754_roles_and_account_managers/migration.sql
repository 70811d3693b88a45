-- AlterTable
ALTER TABLE "users" ADD COLUMN     "account_manager" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "custom_role_id" UUID;

-- CreateTable
CREATE TABLE "custom_roles" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "base" TEXT NOT NULL,
    "grants" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "custom_roles_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "role_assignments" (
    "account_id" UUID NOT NULL,
    "role_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,

    CONSTRAINT "role_assignments_pkey" PRIMARY KEY ("account_id","role_id")
);

-- CreateTable
CREATE TABLE "managed_accounts" (
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "managed_account_id" UUID NOT NULL,

    CONSTRAINT "managed_accounts_pkey" PRIMARY KEY ("account_id","user_id","managed_account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "custom_roles_account_id_name_key" ON "custom_roles"("account_id", lower("name"));

-- CreateIndex
CREATE INDEX "role_assignments_partner_id_role_id_idx" ON "role_assignments"("partner_id", "role_id");

-- CreateIndex
CREATE INDEX "managed_accounts_managed_account_id_idx" ON "managed_accounts"("managed_account_id");

-- CreateIndex
CREATE INDEX "users_account_id_custom_role_id_idx" ON "users"("account_id", "custom_role_id");

-- AddForeignKey
ALTER TABLE "custom_roles" ADD CONSTRAINT "custom_roles_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_partner_id_role_id_fkey" FOREIGN KEY ("partner_id", "role_id") REFERENCES "custom_roles"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "managed_accounts" ADD CONSTRAINT "managed_accounts_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "managed_accounts" ADD CONSTRAINT "managed_accounts_managed_account_id_fkey" FOREIGN KEY ("managed_account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_account_id_custom_role_id_fkey" FOREIGN KEY ("account_id", "custom_role_id") REFERENCES "role_assignments"("account_id", "role_id") ON DELETE NO ACTION ON UPDATE CASCADE;
