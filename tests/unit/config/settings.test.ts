import { expect, test } from "vitest";
import { parseSettings } from "#lib/config/settings.ts";

const RIGHT = {
  DATABASE_URL: "postgresql://a:b@127.0.0.1/c",
  PORTAL_URL: "http://127.0.0.1:3000",
  AUTH_SECRET: "x".repeat(32),
  SEAL_KEY: Buffer.alloc(32).toString("base64"),
  MIACCESS_ISSUER: "http://127.0.0.1:1",
  MIACCESS_CLIENT_ID: "a",
  MIACCESS_CLIENT_SECRET: "b",
  SMTP_URL: "smtp://127.0.0.1:25",
};

test("what is not set has its standard value", () => {
  expect(parseSettings(RIGHT)).toMatchObject({ PORT: 3000, DATABASE_POOL: 10, LOG_LEVEL: "info" });
});

test("an empty setting counts as not set", () => {
  expect(parseSettings({ ...RIGHT, PORT: "" }).PORT).toBe(3000);
});

test("a wrong setting is named, and its value is not repeated", () => {
  const wrong = () => parseSettings({ ...RIGHT, PORT: "70000", AUTH_SECRET: "tooshort" });
  expect(wrong).toThrow(/PORT: /);
  expect(wrong).toThrow(/AUTH_SECRET: /);
  expect(wrong).not.toThrow(/tooshort/);
});

test("a key that is not 32 bytes is refused", () => {
  expect(() => parseSettings({ ...RIGHT, SEAL_KEY: Buffer.alloc(16).toString("base64") })).toThrow(/SEAL_KEY: must be 32 bytes/);
});
