/** Secrets that an installation makes for itself when it is not given any, kept in DATA_DIR and readable by its owner only. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "./replace-file.ts";

const NAMES = ["AUTH_SECRET", "SEAL_KEY", "DATABASE_PASSWORD", "MIACCESS_CLIENT_SECRET", "WORKFLOW_STUDIO_SECRET", "MEETINGS_SECRET", "VOICE_ASSIST_SECRET", "UNIFY_PHONE_SECRET"] as const;
export type Secrets = Record<(typeof NAMES)[number], string>;

/** Reads the secrets of the folder, making those that are missing. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, "secrets.json");
  await mkdir(dataDir, { recursive: true });
  const kept = JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as Partial<Secrets>;
  const secrets = Object.fromEntries(NAMES.map((name) => [name, kept[name] ?? newSecret(name)])) as Secrets;
  if (NAMES.some((name) => kept[name] === undefined)) await replaceFile(file, JSON.stringify(secrets, null, 2), 0o600);
  return secrets;
}

function newSecret(name: keyof Secrets): string {
  return randomBytes(32).toString(name === "SEAL_KEY" ? "base64" : "base64url");
}
