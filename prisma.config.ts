import { defineConfig } from "prisma/config";

// `prisma generate` asks for an engine binary it does not use; naming any existing file keeps it from downloading one.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
