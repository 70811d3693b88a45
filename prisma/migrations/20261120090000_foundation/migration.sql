-- Extensions that search and its indexes need.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "partner_id" UUID,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "province" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "postal_code" TEXT NOT NULL DEFAULT '',
    "default_language" TEXT NOT NULL DEFAULT 'en-US',
    "business_type" TEXT NOT NULL DEFAULT '',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "cloud_location" TEXT NOT NULL DEFAULT '',
    "sap_customer_number" TEXT NOT NULL DEFAULT '',
    "miaccess_organisation" TEXT,
    "user_count" INTEGER NOT NULL DEFAULT 0,
    "registered_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_contacts" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "support_contacts_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "events" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "operation" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "asset_kind" TEXT NOT NULL,
    "asset_id" TEXT NOT NULL DEFAULT '',
    "asset_name" TEXT NOT NULL DEFAULT '',
    "actor_id" UUID,
    "actor_account_id" UUID,
    "actor_name" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "details" JSONB NOT NULL DEFAULT '{}',
    "correlation_id" UUID NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("account_id","at","id")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "notifications" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "user_imports" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "file" BYTEA,
    "status" TEXT NOT NULL,
    "undo" TEXT NOT NULL DEFAULT 'none',
    "refusal" TEXT NOT NULL DEFAULT '',
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "error_count" INTEGER NOT NULL DEFAULT 0,
    "added_count" INTEGER NOT NULL DEFAULT 0,
    "removed_count" INTEGER NOT NULL DEFAULT 0,
    "kept" JSONB NOT NULL DEFAULT '[]',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "progress_of" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "started_by" JSONB NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_imports_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "user_import_rows" (
    "account_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "first_name" TEXT NOT NULL DEFAULT '',
    "last_name" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL DEFAULT '',
    "errors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "taken" BOOLEAN NOT NULL DEFAULT false,
    "duplicate" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_import_rows_pkey" PRIMARY KEY ("account_id","import_id","position")
);

-- CreateTable
CREATE TABLE "mail_messages" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "content_sealed" BYTEA,
    "bulk_job_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_messages_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "bulk_jobs" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'working',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "user_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "skipped" JSONB NOT NULL DEFAULT '[]',
    "created_by_id" UUID NOT NULL,
    "created_by_account_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_by_origin" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_jobs_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "network_elements" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "password_sealed" BYTEA NOT NULL,
    "release" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL,
    "status_message" TEXT NOT NULL DEFAULT '',
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "network_elements_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "services" (
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "element_id" UUID NOT NULL,
    "attributes" JSONB NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "services_pkey" PRIMARY KEY ("account_id","element_id","kind","key")
);

-- CreateTable
CREATE TABLE "provisioning_plans" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "template_id" UUID,
    "service_role_id" UUID,
    "request" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL DEFAULT '',
    "basis" JSONB NOT NULL DEFAULT '{}',
    "refusals" JSONB NOT NULL DEFAULT '[]',
    "run_count" INTEGER NOT NULL DEFAULT 0,
    "step_count" INTEGER NOT NULL DEFAULT 0,
    "blocked_count" INTEGER NOT NULL DEFAULT 0,
    "succeeded_count" INTEGER NOT NULL DEFAULT 0,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "summary" JSONB NOT NULL DEFAULT '{}',
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_by_account_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "provisioning_plans_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "provisioning_runs" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "problems" JSONB NOT NULL DEFAULT '[]',
    "desired" JSONB NOT NULL DEFAULT '[]',
    "previous" JSONB NOT NULL DEFAULT '{}',
    "undoes_run_id" UUID,
    "leased_until" TIMESTAMPTZ(3),
    "step_count" INTEGER NOT NULL DEFAULT 0,
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "provisioning_runs_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "provisioning_steps" (
    "account_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "element_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'planned',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "failure" TEXT NOT NULL DEFAULT '',
    "duration_ms" INTEGER,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "provisioning_steps_pkey" PRIMARY KEY ("account_id","run_id","position")
);

-- CreateTable
CREATE TABLE "drifts" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "element_id" UUID NOT NULL,
    "user_id" UUID,
    "difference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL DEFAULT 'open',
    "detected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "drifts_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "deployments" (
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "element_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "link_sealed" BYTEA NOT NULL,
    "pin_sealed" BYTEA NOT NULL,
    "deployed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deployments_pkey" PRIMARY KEY ("account_id","user_id","element_id")
);

-- CreateTable
CREATE TABLE "templates" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "values" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "templates_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "service_roles" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "template_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_roles_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "users" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "first_name" TEXT NOT NULL DEFAULT '',
    "last_name" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "mobile_number" TEXT NOT NULL DEFAULT '',
    "extension" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL DEFAULT 'user',
    "origin" TEXT NOT NULL DEFAULT 'portal',
    "login_id" TEXT,
    "miaccess_subject" TEXT,
    "language" TEXT NOT NULL DEFAULT '',
    "registered_at" TIMESTAMPTZ(3),
    "welcomed_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "service_role_id" UUID,
    "services_state" TEXT NOT NULL DEFAULT 'none',
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modified_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "users_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("account_id","user_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "method" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "account_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "preferences" (
    "account_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "preferences_pkey" PRIMARY KEY ("account_id","user_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_miaccess_organisation_key" ON "accounts"("miaccess_organisation");

-- CreateIndex
CREATE INDEX "accounts_partner_id_status_name_id_idx" ON "accounts"("partner_id", "status", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "support_contacts_account_id_email_key" ON "support_contacts"("account_id", "email");

-- CreateIndex
CREATE INDEX "events_account_id_asset_kind_asset_id_at_idx" ON "events"("account_id", "asset_kind", "asset_id", "at");

-- CreateIndex
CREATE INDEX "notifications_account_id_user_id_created_at_idx" ON "notifications"("account_id", "user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "user_imports_account_id_created_at_idx" ON "user_imports"("account_id", "created_at");

-- CreateIndex
CREATE INDEX "mail_messages_account_id_user_id_created_at_idx" ON "mail_messages"("account_id", "user_id", "created_at");

-- CreateIndex
CREATE INDEX "mail_messages_account_id_bulk_job_id_status_idx" ON "mail_messages"("account_id", "bulk_job_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "network_elements_account_id_name_key" ON "network_elements"("account_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "network_elements_account_id_kind_key" ON "network_elements"("account_id", "kind");

-- CreateIndex
CREATE INDEX "services_account_id_user_id_idx" ON "services"("account_id", "user_id");

-- CreateIndex
CREATE INDEX "services_account_id_number_idx" ON "services"("account_id", "number");

-- CreateIndex
CREATE INDEX "provisioning_plans_account_id_created_at_idx" ON "provisioning_plans"("account_id", "created_at");

-- CreateIndex
CREATE INDEX "provisioning_runs_account_id_plan_id_position_idx" ON "provisioning_runs"("account_id", "plan_id", "position");

-- CreateIndex
CREATE INDEX "provisioning_runs_account_id_user_id_idx" ON "provisioning_runs"("account_id", "user_id");

-- CreateIndex
CREATE INDEX "drifts_account_id_status_detected_at_idx" ON "drifts"("account_id", "status", "detected_at");

-- CreateIndex
CREATE UNIQUE INDEX "templates_account_id_label_key" ON "templates"("account_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "service_roles_account_id_name_key" ON "service_roles"("account_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "users_miaccess_subject_key" ON "users"("miaccess_subject");

-- CreateIndex
CREATE INDEX "users_email_idx" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_account_id_email_key" ON "users"("account_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "users_account_id_login_id_key" ON "users"("account_id", "login_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_account_id_user_id_idx" ON "sessions"("account_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_token_hash_key" ON "api_keys"("token_hash");

-- CreateIndex
CREATE INDEX "api_keys_account_id_user_id_idx" ON "api_keys"("account_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_token_hash_key" ON "one_time_links"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_links_account_id_user_id_purpose_idx" ON "one_time_links"("account_id", "user_id", "purpose");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_contacts" ADD CONSTRAINT "support_contacts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_import_rows" ADD CONSTRAINT "user_import_rows_account_id_import_id_fkey" FOREIGN KEY ("account_id", "import_id") REFERENCES "user_imports"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_elements" ADD CONSTRAINT "network_elements_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "services" ADD CONSTRAINT "services_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisioning_runs" ADD CONSTRAINT "provisioning_runs_account_id_plan_id_fkey" FOREIGN KEY ("account_id", "plan_id") REFERENCES "provisioning_plans"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisioning_steps" ADD CONSTRAINT "provisioning_steps_account_id_run_id_fkey" FOREIGN KEY ("account_id", "run_id") REFERENCES "provisioning_runs"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_roles" ADD CONSTRAINT "service_roles_account_id_template_id_fkey" FOREIGN KEY ("account_id", "template_id") REFERENCES "templates"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_account_id_service_role_id_fkey" FOREIGN KEY ("account_id", "service_role_id") REFERENCES "service_roles"("account_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_account_id_user_id_fkey" FOREIGN KEY ("account_id", "user_id") REFERENCES "users"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Below: what a Prisma schema can not say.

-- Names are ordered as people order them, whatever locale the database was made with; the keys of every sort end in the id.
ALTER TABLE "users" ADD COLUMN "name_key" TEXT COLLATE "und-x-icu" GENERATED ALWAYS AS (lower("name")) STORED;
-- Numbers of different lengths in the order of their value.
ALTER TABLE "users" ADD COLUMN "extension_key" TEXT COLLATE "C" GENERATED ALWAYS AS (lpad("extension", 20, '0')) STORED;
ALTER TABLE "users" ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS (lower("name" || ' ' || "email" || ' ' || "extension")) STORED;
CREATE INDEX "users_by_name" ON "users" ("account_id", "name_key", "id");
CREATE INDEX "users_by_email" ON "users" ("account_id", "email" COLLATE "C", "id");
CREATE INDEX "users_by_extension" ON "users" ("account_id", "extension_key", "id");
CREATE INDEX "users_by_modified" ON "users" ("account_id", "modified_at", "id");
-- The account leads, so that a search reads only the entries of its own account.
CREATE INDEX "users_by_text" ON "users" USING gin ("account_id", "search_text" gin_trgm_ops) WITH (fastupdate = off);
-- Small answers to the questions that stand on the page header and in the filters.
CREATE INDEX "users_unregistered" ON "users" ("account_id", "name_key", "id") WHERE "registered_at" IS NULL;
CREATE INDEX "users_admins" ON "users" ("account_id", "name_key", "id") WHERE "role" <> 'user';
CREATE INDEX "users_needing_attention" ON "users" ("account_id", "name_key", "id") WHERE "services_state" IN ('failed', 'differs');
CREATE INDEX "users_from_elsewhere" ON "users" ("account_id", "name_key", "id") WHERE "origin" IN ('pbx', 'scim', 'micloud', 'iot');
CREATE INDEX "users_inactive" ON "users" ("account_id", "name_key", "id") WHERE "disabled_at" IS NOT NULL;
CREATE INDEX "users_by_service_role" ON "users" ("account_id", "service_role_id") WHERE "service_role_id" IS NOT NULL;

-- What a list of users shows of only a few of them. As functions they are planned only when a row calls them: planned with the
-- list they would cost as much as the list itself.
CREATE FUNCTION "run_progress"("account" UUID, "person" UUID) RETURNS JSON LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT json_build_object('done', p.done_count, 'of', p.step_count) FROM provisioning_runs p
           WHERE p.account_id = account AND p.user_id = person AND p.status IN ('queued', 'running', 'waiting') LIMIT 1);
END $$;
CREATE FUNCTION "open_differences"("account" UUID, "person" UUID) RETURNS INTEGER LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT count(*) FROM drifts d WHERE d.account_id = account AND d.user_id = person AND d.status = 'open');
END $$;
-- The values of a template are large, and a list of users needs one of them.
ALTER TABLE "templates" ADD COLUMN "ucc_bundle" TEXT GENERATED ALWAYS AS ("values" #>> '{user,uccBundle}') STORED;

-- How many users of an account have registered, whichever way they did: counting them anew would cost more than the list.
CREATE FUNCTION "count_registered"("account" UUID, "change" BIGINT) RETURNS VOID LANGUAGE sql AS $$
  UPDATE accounts SET registered_count = registered_count + change WHERE id = account AND change <> 0;
$$;
CREATE FUNCTION "count_registered_row"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_registered(NEW.account_id, (NEW.registered_at IS NOT NULL)::int - (OLD.registered_at IS NOT NULL)::int);
  RETURN NULL;
END $$;
CREATE FUNCTION "count_registered_added"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_registered(account_id, count(*)) FROM added WHERE registered_at IS NOT NULL GROUP BY account_id;
  RETURN NULL;
END $$;
CREATE FUNCTION "count_registered_deleted"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_registered(account_id, -count(*)) FROM deleted WHERE registered_at IS NOT NULL GROUP BY account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "users_count_registered" AFTER UPDATE OF "registered_at" ON "users" FOR EACH ROW
  WHEN ((OLD."registered_at" IS NULL) <> (NEW."registered_at" IS NULL)) EXECUTE FUNCTION count_registered_row();
CREATE TRIGGER "users_count_added" AFTER INSERT ON "users" REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION count_registered_added();
CREATE TRIGGER "users_count_deleted" AFTER DELETE ON "users" REFERENCING OLD TABLE AS "deleted" FOR EACH STATEMENT EXECUTE FUNCTION count_registered_deleted();

-- A role name identifies one role, however it is written (ACDROLE-08).
CREATE UNIQUE INDEX "service_roles_by_name" ON "service_roles" ("account_id", lower("name"));

ALTER TABLE "accounts" ADD COLUMN "name_key" TEXT COLLATE "und-x-icu" GENERATED ALWAYS AS (lower("name")) STORED;
CREATE INDEX "accounts_by_name" ON "accounts" ("partner_id", "status", "name_key", "id");
CREATE INDEX "accounts_by_modified" ON "accounts" ("partner_id", "status", "modified_at", "id");
CREATE INDEX "accounts_by_text" ON "accounts" USING gin ("partner_id", "name_key" gin_trgm_ops) WITH (fastupdate = off);

-- One plan at a time works on a user: two would each undo what the other made.
CREATE UNIQUE INDEX "one_active_run_per_user" ON "provisioning_runs" ("account_id", "user_id")
  WHERE "status" IN ('queued', 'running', 'waiting', 'rolling_back');
CREATE INDEX "provisioning_runs_failed" ON "provisioning_runs" ("account_id", "plan_id", "position") WHERE "status" IN ('failed', 'blocked');
CREATE INDEX "drifts_open_by_user" ON "drifts" ("account_id", "user_id") WHERE "status" = 'open';
CREATE UNIQUE INDEX "one_open_drift_per_thing" ON "drifts" ("account_id", "element_id", "kind", "key") WHERE "status" IN ('open', 'adopting', 'repairing');

-- The same file has one open import at most, whoever uploads it and however often.
CREATE UNIQUE INDEX "one_open_import_per_file" ON "user_imports" ("account_id", "file_hash") WHERE "status" IN ('reading', 'preview', 'uploading');
-- What makes two addresses the same; longer ones are no addresses and would not fit into the index.
ALTER TABLE "user_import_rows" ADD COLUMN "email_key" TEXT
  GENERATED ALWAYS AS (CASE WHEN length("email") <= 254 THEN lower("email" COLLATE "C") ELSE '' END) STORED;
ALTER TABLE "user_import_rows" ADD COLUMN "valid" BOOLEAN NOT NULL
  GENERATED ALWAYS AS (cardinality("errors") = 0 AND NOT "taken" AND NOT "duplicate") STORED;
CREATE INDEX "user_import_rows_by_email" ON "user_import_rows" ("account_id", "import_id", "email_key", "position") WHERE "email_key" <> '';
CREATE INDEX "user_import_rows_in_error" ON "user_import_rows" ("account_id", "import_id", "position") WHERE NOT "valid";
-- The users that an import added, in the order of the users list.
CREATE INDEX "users_by_import" ON "users" ("account_id", "import_id", "name_key", "id") WHERE "import_id" IS NOT NULL;

-- Events go to the partition of their month; a job makes the coming months, and what no month takes goes to the default.
CREATE TABLE "events_default" PARTITION OF "events" DEFAULT;
CREATE FUNCTION "make_event_partitions"("months" INTEGER) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  month DATE := date_trunc('month', now() AT TIME ZONE 'UTC');
BEGIN
  FOR step IN 0..months LOOP
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF events FOR VALUES FROM (%L) TO (%L)',
      'events_' || to_char(month, 'YYYY_MM'), month::timestamp AT TIME ZONE 'UTC', (month + INTERVAL '1 month')::timestamp AT TIME ZONE 'UTC');
    month := month + INTERVAL '1 month';
  END LOOP;
END $$;
SELECT make_event_partitions(3);
-- History is only ever added to.
CREATE FUNCTION "refuse_change_of_events"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only';
END $$;
CREATE TRIGGER "events_are_append_only" BEFORE UPDATE ON "events" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_events();

-- Failed sign-ins per address and per place, in the form that rate-limiter-flexible keeps.
CREATE TABLE "sign_in_attempts" ("key" VARCHAR(255) PRIMARY KEY, "points" INTEGER NOT NULL DEFAULT 0, "expire" BIGINT);
