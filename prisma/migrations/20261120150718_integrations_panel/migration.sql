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

-- CreateIndex
CREATE INDEX "workgroup_members_account_id_user_id_idx" ON "workgroup_members"("account_id", "user_id");

-- AddForeignKey
ALTER TABLE "chat_overlays" ADD CONSTRAINT "chat_overlays_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workgroups" ADD CONSTRAINT "workgroups_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workgroup_members" ADD CONSTRAINT "workgroup_members_account_id_workgroup_id_fkey" FOREIGN KEY ("account_id", "workgroup_id") REFERENCES "workgroups"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workgroup_members" ADD CONSTRAINT "workgroup_members_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
