/** Where each application is, and the secret that it shares with the portal: settings of the installation. */
import { hash, timingSafeEqual } from "node:crypto";
import { settings } from "#lib/config/settings.ts";
import type { ApplicationKey } from "./schemas.ts";

export type Connection = { url: string; secret: string };

/** How an application is reached; null for one that this installation is not connected to. */
export function connectionOf(application: ApplicationKey): Connection | null {
  const { WORKFLOW_STUDIO_URL, WORKFLOW_STUDIO_SECRET, MEETINGS_URL, MEETINGS_SECRET } = settings();
  const known = {
    mitel_workflow_studio: { url: WORKFLOW_STUDIO_URL, secret: WORKFLOW_STUDIO_SECRET },
    miteam_meetings: { url: MEETINGS_URL, secret: MEETINGS_SECRET },
  };
  const { url, secret } = known[application];
  return url && secret ? { url: url.replace(/\/$/, ""), secret } : null;
}

/** Whether a secret is that of an application; compared in constant time. */
export function isSecretOf(application: ApplicationKey, secret: string): boolean {
  const connection = connectionOf(application);
  const digest = (text: string) => hash("sha256", text, "buffer");
  return connection !== null && timingSafeEqual(digest(secret), digest(connection.secret));
}
