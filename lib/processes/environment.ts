/** From what a person set to what every process of this installation is given. */
import { z } from "zod";
import type { Ports } from "#lib/config/ports.ts";
import type { Secrets } from "#lib/config/secrets.ts";
import { DEMO_GATEWAYS } from "#lib/simulators/kit/demo.ts";

const flag = (standard: "0" | "1") => z.enum(["0", "1"]).default(standard).transform((value) => value === "1");

/** What the start itself reads; the rest is read by each process (lib/config/settings.ts). */
export const StartSettings = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z.string().optional(),
  DEMO: flag("1"),
  PEERS: flag("1"),
  MIACCESS_ISSUER: z.string().optional(),
  SMTP_URL: z.string().optional(),
});
export type StartSettings = z.infer<typeof StartSettings>;

export const MIACCESS_CLIENT_ID = "mitel-administration";

/** Where MiAccess sends a person back to. */
export function miAccessCallback(portalUrl: string): string {
  return `${portalUrl}/api/auth/callback/miaccess`;
}

type Parts = { start: StartSettings; secrets: Secrets; ports: Ports; databaseUrl: string; outer: NodeJS.ProcessEnv };

/** The environment of the web, worker and peers processes. What a person set wins over what is derived; an empty setting is none. */
export function processEnvironment({ start, secrets, ports, databaseUrl, outer: given }: Parts): NodeJS.ProcessEnv {
  const outer = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")) as NodeJS.ProcessEnv;
  const portalUrl = outer["PORTAL_URL"] ?? `http://127.0.0.1:${start.PORT}`;
  return {
    AUTH_SECRET: secrets.AUTH_SECRET,
    SEAL_KEY: secrets.SEAL_KEY,
    MIACCESS_ISSUER: `http://127.0.0.1:${ports.miaccess}`,
    MIACCESS_CLIENT_ID,
    MIACCESS_CLIENT_SECRET: secrets.MIACCESS_CLIENT_SECRET,
    SMTP_URL: `smtp://127.0.0.1:${ports.mailSmtp}`,
    // Without the peers Twilio is the real one, and of the others there are those that the environment names.
    ...(start.PEERS && {
      TWILIO_URL: `http://127.0.0.1:${ports.twilio}`,
      CLOUDLINK_GATEWAY_URL: `http://127.0.0.1:${ports.gateways}`,
      CLOUDLINK_GATEWAY_USERNAME: DEMO_GATEWAYS.username,
      CLOUDLINK_GATEWAY_PASSWORD: DEMO_GATEWAYS.password,
      WORKFLOW_STUDIO_URL: `http://127.0.0.1:${ports.workflowStudio}`,
      MEETINGS_URL: `http://127.0.0.1:${ports.meetings}`,
      VOICE_ASSIST_URL: `http://127.0.0.1:${ports.voiceAssist}`,
      UNIFY_PHONE_URL: `http://127.0.0.1:${ports.unifyPhone}`,
    }),
    WORKFLOW_STUDIO_SECRET: secrets.WORKFLOW_STUDIO_SECRET,
    MEETINGS_SECRET: secrets.MEETINGS_SECRET,
    VOICE_ASSIST_SECRET: secrets.VOICE_ASSIST_SECRET,
    UNIFY_PHONE_SECRET: secrets.UNIFY_PHONE_SECRET,
    LOG_LEVEL: "warn",
    NEXT_TELEMETRY_DISABLED: "1",
    ...outer,
    PORT: String(start.PORT),
    DATA_DIR: start.DATA_DIR,
    DATABASE_URL: databaseUrl,
    PORTAL_URL: portalUrl,
    // next-auth reads these two by their own names.
    NEXTAUTH_URL: portalUrl,
    NEXTAUTH_SECRET: outer["AUTH_SECRET"] ?? secrets.AUTH_SECRET,
  };
}

/** Which peer listens on which port, for the process that runs them and for the demo that connects to them. */
export function peerPorts({ database: _, ...peers }: Ports): Record<string, string> {
  return Object.fromEntries(Object.entries(peers).map(([name, port]) => [`PORT_${name.replaceAll(/[A-Z]/g, "_$&").toUpperCase()}`, String(port)]));
}
