-- CreateTable
CREATE TABLE "unify_phone_states" (
    "account_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "tenant" JSONB NOT NULL,
    "unknown" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "unify_phone_states_pkey" PRIMARY KEY ("account_id")
);

-- AddForeignKey
ALTER TABLE "unify_phone_states" ADD CONSTRAINT "unify_phone_states_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
