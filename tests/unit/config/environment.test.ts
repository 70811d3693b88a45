/** From what a person set to what every process is given. */
import { expect, test } from "vitest";
import { parseSettings, readEnvironment } from "#lib/config/settings.ts";
import { peerPorts, processEnvironment, StartSettings } from "#lib/processes/environment.ts";

const PORTS = { database: 1, mailSmtp: 2, mailInbox: 3, miaccess: 4, mivb: 5, mbg: 6, micollab: 7, micc: 8, entra: 9, twilio: 10, gateways: 11, oig: 12, workflowStudio: 13, meetings: 14, voiceAssist: 15, unifyPhone: 16 };
const SECRETS = { AUTH_SECRET: "a".repeat(43), SEAL_KEY: Buffer.alloc(32, 1).toString("base64"), DATABASE_PASSWORD: "p", MIACCESS_CLIENT_SECRET: "m", WORKFLOW_STUDIO_SECRET: "w".repeat(43), MEETINGS_SECRET: "e".repeat(43), VOICE_ASSIST_SECRET: "v".repeat(43), UNIFY_PHONE_SECRET: "u".repeat(43) };
const DATABASE = "postgresql://postgres:p@127.0.0.1:1/portal";

function environment(outer: Record<string, string>) {
  const start = readEnvironment(StartSettings, outer);
  return processEnvironment({ start, secrets: SECRETS, ports: PORTS, databaseUrl: DATABASE, outer: outer as NodeJS.ProcessEnv });
}

test("without any setting there is all that a process needs", () => {
  expect(parseSettings(environment({}))).toMatchObject({ PORT: 3000, PORTAL_URL: "http://127.0.0.1:3000", DATABASE_URL: DATABASE, SMTP_URL: "smtp://127.0.0.1:2", MIACCESS_ISSUER: "http://127.0.0.1:4", AUTH_SECRET: SECRETS.AUTH_SECRET });
});

test("PORT moves the portal, and everything that names it", () => {
  expect(environment({ PORT: "4100" })).toMatchObject({ PORT: "4100", PORTAL_URL: "http://127.0.0.1:4100", NEXTAUTH_URL: "http://127.0.0.1:4100" });
});

test("what is set wins over what is derived, and an empty setting is none", () => {
  const given = { PORTAL_URL: "https://portal.example", SMTP_URL: "smtps://mail.example", MIACCESS_ISSUER: "https://id.example", AUTH_SECRET: "b".repeat(40), SEAL_KEY: "", LOG_LEVEL: "" };
  expect(environment(given)).toMatchObject({ ...given, NEXTAUTH_URL: given.PORTAL_URL, NEXTAUTH_SECRET: given.AUTH_SECRET, SEAL_KEY: SECRETS.SEAL_KEY, LOG_LEVEL: "warn" });
});

test("DEMO and PEERS are on until they are 0", () => {
  expect(readEnvironment(StartSettings, {})).toMatchObject({ DEMO: true, PEERS: true });
  expect(readEnvironment(StartSettings, { DEMO: "0", PEERS: "0" })).toMatchObject({ DEMO: false, PEERS: false });
  expect(() => readEnvironment(StartSettings, { DEMO: "no" })).toThrow(/DEMO: /);
});

test("every peer is told its own port", () => {
  const ports = peerPorts(PORTS);
  expect(ports).toMatchObject({ PORT_MIVB: "5", PORT_MBG: "6", PORT_MICOLLAB: "7", PORT_MICC: "8", PORT_ENTRA: "9", PORT_TWILIO: "10", PORT_GATEWAYS: "11", PORT_OIG: "12", PORT_WORKFLOW_STUDIO: "13", PORT_MEETINGS: "14", PORT_VOICE_ASSIST: "15", PORT_UNIFY_PHONE: "16", PORT_MIACCESS: "4", PORT_MAIL_SMTP: "2", PORT_MAIL_INBOX: "3" });
  expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
});
