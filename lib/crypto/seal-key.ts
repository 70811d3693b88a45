import { settings } from "#lib/config/settings.ts";

/** The key of this installation that seals what the portal must be able to use again: 32 bytes, out of the setting SEAL_KEY. */
export function sealKey(): Buffer {
  return Buffer.from(settings().SEAL_KEY, "base64");
}
