/** Gives each test file a database of its own, before any of its imports can open one. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

const server = inject("databaseServer");
const name = `test_${randomBytes(8).toString("hex")}`;
const admin = new pg.Client({ connectionString: server.replace(/portal$/, "postgres") });
await admin.connect();
await admin.query(`create database ${name} template portal strategy file_copy`);

Object.assign(process.env, {
  DATABASE_URL: server.replace(/portal$/, name),
  PORTAL_URL: "http://127.0.0.1:3000",
  AUTH_SECRET: "a secret for tests that is long enough",
  SEAL_KEY: Buffer.alloc(32, 7).toString("base64"),
  MIACCESS_ISSUER: "http://127.0.0.1:1",
  MIACCESS_CLIENT_ID: "tests",
  MIACCESS_CLIENT_SECRET: "tests",
  CLOUDLINK_GATEWAY_URL: "http://127.0.0.1:1",
  CLOUDLINK_GATEWAY_USERNAME: "cloudlink",
  CLOUDLINK_GATEWAY_PASSWORD: "peer-password",
  SMTP_URL: "smtp://127.0.0.1:1",
  TWILIO_URL: "http://127.0.0.1:1",
  LOG_LEVEL: "silent",
  PEER_TIMEOUT_MS: "2000",
});

afterAll(async () => {
  const { closeDatabase } = await import("#lib/db/client.ts");
  const { closeQueue } = await import("#lib/jobs/queue.ts");
  await closeQueue();
  await closeDatabase();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});
