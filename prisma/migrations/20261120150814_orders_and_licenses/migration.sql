-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "billing_account" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "micloud_connect" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "prime_partner" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "bulk_jobs" ADD COLUMN     "request" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "orders" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "sap_order_number" TEXT NOT NULL DEFAULT '',
    "reseller_po" TEXT NOT NULL DEFAULT '',
    "customer_po" TEXT NOT NULL DEFAULT '',
    "sap_customer_number" TEXT NOT NULL DEFAULT '',
    "term" TEXT NOT NULL,
    "purchased_on" DATE NOT NULL,
    "starts_on" DATE,
    "expires_on" DATE,
    "cancelled_on" DATE,
    "assigned_account_id" UUID,
    "assigned_at" TIMESTAMPTZ(3),
    "assigned_by" TEXT NOT NULL DEFAULT '',
    "reminded_days" INTEGER,
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "order_lines" (
    "account_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "order_lines_pkey" PRIMARY KEY ("account_id","order_id","sku")
);

-- CreateTable
CREATE TABLE "billing_connections" (
    "account_id" UUID NOT NULL,
    "secret_sealed" BYTEA NOT NULL,
    "rotated_at" TIMESTAMPTZ(3) NOT NULL,
    "rotated_by" TEXT NOT NULL,

    CONSTRAINT "billing_connections_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "billing_messages" (
    "account_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "billing_messages_pkey" PRIMARY KEY ("account_id","digest")
);

-- CreateTable
CREATE TABLE "licenses" (
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "plan" TEXT,
    "features" JSONB NOT NULL DEFAULT '{}',
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "licenses_pkey" PRIMARY KEY ("account_id","user_id","product")
);

-- CreateTable
CREATE TABLE "license_counts" (
    "account_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "assigned" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "license_counts_pkey" PRIMARY KEY ("account_id","product","plan")
);

-- CreateTable
CREATE TABLE "license_snapshots" (
    "account_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "product" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "entitled" INTEGER NOT NULL,
    "assigned" INTEGER NOT NULL,

    CONSTRAINT "license_snapshots_pkey" PRIMARY KEY ("account_id","day","product","plan")
);

-- CreateIndex
CREATE INDEX "orders_account_id_purchased_on_id_idx" ON "orders"("account_id", "purchased_on", "id");

-- CreateIndex
CREATE INDEX "orders_assigned_account_id_idx" ON "orders"("assigned_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_account_id_number_key" ON "orders"("account_id", "number");

-- CreateIndex
CREATE INDEX "billing_messages_received_at_idx" ON "billing_messages"("received_at");

-- CreateIndex
CREATE INDEX "licenses_account_id_product_plan_assigned_at_user_id_idx" ON "licenses"("account_id", "product", "plan", "assigned_at", "user_id");

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_assigned_account_id_fkey" FOREIGN KEY ("assigned_account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_account_id_order_id_fkey" FOREIGN KEY ("account_id", "order_id") REFERENCES "orders"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_connections" ADD CONSTRAINT "billing_connections_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_messages" ADD CONSTRAINT "billing_messages_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licenses" ADD CONSTRAINT "licenses_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license_counts" ADD CONSTRAINT "license_counts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license_snapshots" ADD CONSTRAINT "license_snapshots_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a Prisma schema can not say.
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_quantity_check" CHECK ("quantity" > 0);
ALTER TABLE "license_counts" ADD CONSTRAINT "license_counts_assigned_check" CHECK ("assigned" >= 0);

-- Orders that a day may still end or bring a reminder of; who asks for them every day reads nothing else.
CREATE INDEX "orders_to_settle" ON "orders" ("expires_on") WHERE "settled_at" IS NULL AND "cancelled_on" IS NULL;

-- Users go in many ways, with their account too, and a license that is gone must count nowhere; so the database counts.
CREATE FUNCTION "count_licenses_given"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO license_counts AS c (account_id, product, plan, assigned)
  SELECT account_id, product, plan, count(*) FROM given WHERE plan IS NOT NULL GROUP BY account_id, product, plan ORDER BY account_id, product, plan
  ON CONFLICT (account_id, product, plan) DO UPDATE SET assigned = c.assigned + excluded.assigned;
  RETURN NULL;
END $$;
CREATE FUNCTION "count_licenses_taken"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE license_counts c SET assigned = c.assigned - t.licenses
    FROM (SELECT account_id, product, plan, count(*) AS licenses FROM taken WHERE plan IS NOT NULL GROUP BY account_id, product, plan) t
   WHERE c.account_id = t.account_id AND c.product = t.product AND c.plan = t.plan;
  RETURN NULL;
END $$;
CREATE FUNCTION "count_licenses_changed"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO license_counts AS c (account_id, product, plan, assigned)
  SELECT account_id, product, plan, 0 FROM given WHERE plan IS NOT NULL GROUP BY account_id, product, plan ORDER BY account_id, product, plan
  ON CONFLICT (account_id, product, plan) DO NOTHING;
  UPDATE license_counts c SET assigned = c.assigned + d.licenses
    FROM (SELECT account_id, product, plan, sum(licenses) AS licenses
            FROM (SELECT account_id, product, plan, 1 AS licenses FROM given UNION ALL SELECT account_id, product, plan, -1 FROM taken) m
           WHERE plan IS NOT NULL GROUP BY account_id, product, plan HAVING sum(licenses) <> 0) d
   WHERE c.account_id = d.account_id AND c.product = d.product AND c.plan = d.plan;
  RETURN NULL;
END $$;
CREATE TRIGGER "licenses_count_given" AFTER INSERT ON "licenses" REFERENCING NEW TABLE AS "given" FOR EACH STATEMENT EXECUTE FUNCTION count_licenses_given();
CREATE TRIGGER "licenses_count_taken" AFTER DELETE ON "licenses" REFERENCING OLD TABLE AS "taken" FOR EACH STATEMENT EXECUTE FUNCTION count_licenses_taken();
CREATE TRIGGER "licenses_count_changed" AFTER UPDATE ON "licenses" REFERENCING OLD TABLE AS "taken" NEW TABLE AS "given" FOR EACH STATEMENT EXECUTE FUNCTION count_licenses_changed();
