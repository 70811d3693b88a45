-- CreateTable
CREATE TABLE "scim_connections" (
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "scim_connections_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "scim_users" (
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name_key" TEXT NOT NULL,
    "external_id" TEXT,
    "attributes" JSONB NOT NULL,
    "numbers" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "modified_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scim_users_pkey" PRIMARY KEY ("account_id","user_id")
);

-- CreateIndex
CREATE INDEX "scim_users_account_id_external_id_idx" ON "scim_users"("account_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "scim_users_account_id_user_name_key_key" ON "scim_users"("account_id", "user_name_key");

-- AddForeignKey
ALTER TABLE "scim_connections" ADD CONSTRAINT "scim_connections_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scim_users" ADD CONSTRAINT "scim_users_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma can not say: a directory of thousands asks for every one of them who has these numbers (SCIM-14).
CREATE INDEX "scim_users_by_number" ON "scim_users" USING gin ("account_id", "numbers");
CREATE INDEX "users_by_mobile" ON "users" ("account_id", (regexp_replace("mobile_number", '[^0-9+]', '', 'g'))) WHERE "mobile_number" <> '';
