-- AlterTable
ALTER TABLE "mail_messages" ADD COLUMN     "next_id" UUID;
