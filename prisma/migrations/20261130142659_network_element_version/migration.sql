-- AlterTable
ALTER TABLE "network_elements" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
