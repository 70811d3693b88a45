-- As what somebody acted, and words to find an event by.
ALTER TABLE "events" ADD COLUMN "actor_role" TEXT NOT NULL DEFAULT '',
ADD COLUMN "actor_custom_role" TEXT NOT NULL DEFAULT '',
ADD COLUMN "log_tags" TEXT NOT NULL DEFAULT '';

-- The history by what was done, to what, and by whom, each in the order of the list. The first one serves the kind of asset alone as well.
DROP INDEX "events_account_id_asset_kind_asset_id_at_idx";
CREATE INDEX "events_account_id_action_asset_kind_at_id_idx" ON "events"("account_id", "action", "asset_kind", "at", "id");
CREATE INDEX "events_account_id_asset_id_at_id_idx" ON "events"("account_id", "asset_id", "at", "id");
CREATE INDEX "events_account_id_actor_id_at_id_idx" ON "events"("account_id", "actor_id", "at", "id");
CREATE INDEX "events_account_id_id_idx" ON "events"("account_id", "id");
CREATE INDEX "events_search" ON "events"
  USING gin ("account_id", lower("actor_name" || ' ' || "asset_name" || ' ' || "operation" || ' ' || "log_tags") gin_trgm_ops)
  -- What is added waits in a list, so that adding costs no more than without the index; a short one, so that nobody waits long for its turn.
  WITH (gin_pending_list_limit = 512);

-- CreateTable
CREATE TABLE "events_to_chain" (
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "events_to_chain_pkey" PRIMARY KEY ("account_id","at","id")
);

-- CreateTable
CREATE TABLE "event_chain" (
    "account_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_chain_pkey" PRIMARY KEY ("account_id","position")
);

-- CreateTable
CREATE TABLE "event_chain_heads" (
    "account_id" UUID NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,
    "anchor_position" BIGINT NOT NULL DEFAULT 0,
    "anchor_hash" BYTEA NOT NULL,
    "kept_since" TIMESTAMPTZ(3),

    CONSTRAINT "event_chain_heads_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "event_chain_account_id_event_id_key" ON "event_chain"("account_id", "event_id");

-- Whatever is added to the history is to be chained, by whichever way it came; the note commits with the event, however late that is.
INSERT INTO "events_to_chain" SELECT "account_id", "at", "id" FROM "events";
CREATE FUNCTION "note_events_to_chain"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO events_to_chain (account_id, at, id) SELECT account_id, at, id FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER "events_are_chained" AFTER INSERT ON "events" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_events_to_chain();

-- Whose steps are told in the history, and which of them are. What was done before is not told later.
ALTER TABLE "provisioning_plans" ADD COLUMN "created_by_origin" TEXT NOT NULL DEFAULT 'session';
ALTER TABLE "provisioning_steps" ADD COLUMN "recorded" BOOLEAN NOT NULL DEFAULT false;
UPDATE "provisioning_steps" SET "recorded" = true WHERE "status" = 'done';

-- A month that comes while the default partition already holds events of it takes them over: nobody made it in time.
CREATE OR REPLACE FUNCTION "make_event_partitions"("months" INTEGER) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  month DATE := date_trunc('month', now() AT TIME ZONE 'UTC');
  name TEXT;
  first TIMESTAMPTZ;
  next TIMESTAMPTZ;
BEGIN
  FOR step IN 0..months LOOP
    name := 'events_' || to_char(month, 'YYYY_MM');
    first := month::timestamp AT TIME ZONE 'UTC';
    next := (month + INTERVAL '1 month')::timestamp AT TIME ZONE 'UTC';
    IF to_regclass(name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
      EXECUTE format('WITH moved AS (DELETE FROM events_default WHERE at >= %L AND at < %L RETURNING *) INSERT INTO %I SELECT * FROM moved', first, next, name);
      EXECUTE format('ALTER TABLE events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, first, next);
    END IF;
    month := month + INTERVAL '1 month';
  END LOOP;
END $$;
