-- AlterTable
ALTER TABLE "users" ADD COLUMN     "username" TEXT;

-- CreateTable
CREATE TABLE "telephony_products" (
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "category" TEXT NOT NULL DEFAULT '',
    "tier" TEXT NOT NULL DEFAULT '',
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "telephony_products_pkey" PRIMARY KEY ("account_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_account_id_username_key" ON "users"("account_id", "username");

-- AddForeignKey
ALTER TABLE "telephony_products" ADD CONSTRAINT "telephony_products_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma can not say.
ALTER TABLE "telephony_products" ADD CONSTRAINT "telephony_products_product_check" CHECK ("product" IN ('mivoice_business', 'mitel_cx'));

-- Templates say of which service category they are.
UPDATE "templates" SET "values" = jsonb_set("values", '{user,serviceCategory}', CASE WHEN "is_default" THEN '"Contact Center"'::jsonb ELSE 'null'::jsonb END);
