-- AlterTable
ALTER TABLE "billing_connections" ADD COLUMN     "previous_sealed" BYTEA,
ADD COLUMN     "previous_until" TIMESTAMPTZ(3);
