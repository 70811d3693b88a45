-- CreateTable
CREATE TABLE "application_visits" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "application" TEXT NOT NULL,
    "token_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_visits_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "micollab_states" (
    "account_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "server_name" TEXT NOT NULL DEFAULT '',
    "chat_enabled" BOOLEAN,
    "assigned" UUID[] DEFAULT ARRAY[]::UUID[],
    "refused" JSONB NOT NULL DEFAULT '[]',
    "unknown" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "micollab_states_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "voice_assist_states" (
    "account_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "pbxs" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "voice_assist_states_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "application_visits_id_key" ON "application_visits"("id");

-- CreateIndex
CREATE UNIQUE INDEX "application_visits_token_hash_key" ON "application_visits"("token_hash");

-- CreateIndex
CREATE INDEX "application_visits_account_id_expires_at_idx" ON "application_visits"("account_id", "expires_at");

-- CreateIndex
CREATE INDEX "application_visits_account_id_user_id_idx" ON "application_visits"("account_id", "user_id");

-- AddForeignKey
ALTER TABLE "application_visits" ADD CONSTRAINT "application_visits_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "micollab_states" ADD CONSTRAINT "micollab_states_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voice_assist_states" ADD CONSTRAINT "voice_assist_states_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
