-- What a Prisma schema can not say.

-- The partner account that a user's account belongs to, or is: a search over all accounts of a partner reads only the entries of
-- their users. It follows from the account, whose partner never changes, so no operation writes it.
ALTER TABLE "users" ADD COLUMN "partner_id" UUID;
-- Made anew below; kept while all users change, it would take longer than all the rest.
DROP INDEX "users_by_text";
UPDATE users u SET partner_id = coalesce(a.partner_id, a.id) FROM accounts a WHERE a.id = u.account_id;
ALTER TABLE "users" ALTER COLUMN "partner_id" SET NOT NULL;
CREATE FUNCTION "set_partner_of_user"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(a.partner_id, a.id) INTO NEW.partner_id FROM accounts a WHERE a.id = NEW.account_id;
  RETURN NEW;
END $$;
CREATE TRIGGER "users_have_partner" BEFORE INSERT ON "users" FOR EACH ROW EXECUTE FUNCTION set_partner_of_user();
-- One index for both searches, since a text index is the dearest part of adding a user: within an account, and within all of a partner.
CREATE INDEX "users_by_text" ON "users" USING gin ("account_id", "partner_id", "search_text" gin_trgm_ops) WITH (fastupdate = off);

-- Languages that there are no texts in could be chosen for an account before.
UPDATE accounts SET default_language = 'en-US' WHERE default_language NOT IN ('en-US', 'en-GB', 'fr', 'de');
