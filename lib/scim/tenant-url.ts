import { settings } from "#lib/config/settings.ts";

/** The regions as the host names have them. */
const REGIONS: Record<string, string> = { Europe: "eu", "Asia Pacific": "ap", "North America": "us" };

/** The date of the interface, as in the original's addresses. */
const VERSION = "2017-09-01";

/** The address below which a directory finds an account (SCIM-07): on the host of the account's region, as far as that is served apart. */
export function tenantUrl(account: { id: string; cloudLocation: string }): string {
  const { ADMIN_API_URL, PORTAL_URL } = settings();
  const base = ADMIN_API_URL?.replaceAll("{region}", REGIONS[account.cloudLocation] ?? "us") ?? `${PORTAL_URL}/api/scim`;
  return `${base.replace(/\/+$/, "")}/${VERSION}/accounts/${account.id}`;
}

/** Whether a token can be sent to an address without others reading it: by HTTPS, or without leaving this machine (SCIM-12). */
export function isSafeAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
