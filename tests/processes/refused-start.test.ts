/** What keeps the product from starting is said in a sentence, before anything is started. */
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { freePort, isFree } from "#lib/config/ports.ts";
import { anInstallation } from "./installation.ts";
import type { Installation } from "./installation.ts";

let installation: Installation;
afterEach(() => installation.discard());

async function refusal(settings: Record<string, string>): Promise<string> {
  installation = await anInstallation(settings);
  const running = installation.start();
  running.ready.catch(() => {});
  expect(await running.ended).toBe(1);
  await expect(installation.databasePid()).rejects.toThrow("ENOENT");
  return running.output();
}

const SECRET = "a-word-that-nobody-may-read";

test.each([
  ["PORT", { PORT: "eighty" }, /PORT: /],
  ["PORT, out of range", { PORT: "70000" }, /PORT: /],
  ["DEMO", { DEMO: "maybe" }, /DEMO: /],
  ["DATABASE_URL", { DATABASE_URL: `mysql://root:${SECRET}@127.0.0.1/x` }, /DATABASE_URL: /],
  ["SEAL_KEY", { SEAL_KEY: SECRET }, /SEAL_KEY: /],
  ["AUTH_SECRET", { AUTH_SECRET: "short-secret" }, /AUTH_SECRET: /],
  ["SMTP_URL", { SMTP_URL: `http://mail:${SECRET}@127.0.0.1` }, /SMTP_URL: /],
  ["two at once", { SMTP_URL: "x", PEER_TIMEOUT_MS: "soon" }, /PEER_TIMEOUT_MS: .*|SMTP_URL: [^]*PEER_TIMEOUT_MS: /],
])("a wrong %s", async (_, settings, expected) => {
  const output = await refusal(settings);
  expect(output).toMatch(/^These settings are missing or wrong:\n/);
  expect(output).toMatch(expected);
  expect(output).not.toMatch(/\n\s+at |ZodError|node_modules/);
  for (const secret of [SECRET, "short-secret"]) expect(output).not.toContain(secret);
  expect(output.split("\n").length).toBeLessThan(5);
});

test("a port in use", async () => {
  const [server, port] = [createServer(), await freePort()];
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  try {
    expect(await refusal({ PORT: String(port) })).toBe(`Port ${port} is in use. Set PORT to another one; everything else then moves with it.\n`);
    expect(await isFree(port)).toBe(false);
  } finally {
    server.close();
  }
});

test("a database that does not answer, whose password is told to nobody", async () => {
  const output = await refusal({ DATABASE_URL: `postgresql://portal:${SECRET}@127.0.0.1:${await freePort()}/portal` });
  expect(output).toMatch(/^The database can not be reached: .*ECONNREFUSED/);
  expect(output).not.toContain(SECRET);
});
