/** Which directory asks: known by the Secret Token of the account that the address names, and by nothing else. */
import { timingSafeEqual } from "node:crypto";
import { hashToken } from "#lib/crypto/token.ts";
import { database } from "#lib/db/client.ts";
import type { AccountInView, Resolved } from "#lib/operations/actor.ts";
import { OperationError } from "#lib/operations/errors.ts";
import { tenantUrl } from "./tenant-url.ts";

/** The name by which the history knows a directory (SCIMAPI-28, EVENT-14). */
export const SCIM_ACTOR = "SCIM";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MINUTE_MS = 60_000;

const CONNECTION = `
  select a.id, a.name, a.kind, a.status, a.partner_id as "partnerId", a.user_count as "userCount", a.default_language as language, a.time_zone as "timeZone",
         a.cloud_location as "cloudLocation", c.token_hash as "tokenHash", c.last_used_at as "lastUsedAt"
    from scim_connections c
    join accounts a on a.id = c.account_id
    join integrations i on i.account_id = a.id and i.key = 'azure_ad_sync' and i.status = 'on' and i.removal is null
   where c.account_id = $1`;

type Row = Omit<AccountInView, "integrations"> & { cloudLocation: string; tokenHash: Buffer; lastUsedAt: Date | null };

/**
 * The directory of an account (SCIMAPI-01, SCIMAPI-02).
 * @throws OperationError unauthenticated, in the same words whether the account, the integration or the token is wrong
 */
export async function resolveDirectory(accountId: string, authorization: string | null): Promise<Resolved> {
  const token = /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1] ?? "";
  const { rows } = await database().pool.query<Row>({ name: "scim_connection", text: CONNECTION, values: [UUID.test(accountId) ? accountId : null] });
  const row = rows[0];
  // Hashes are compared, whole and in constant time; where there is none to compare with, one that no token has.
  const isRight = timingSafeEqual(hashToken(token), row?.tokenHash ?? hashToken("a token that nobody has")) && token !== "";
  if (!row || !isRight) throw new OperationError("unauthenticated", "The Tenant URL or the Secret Token is wrong, or not valid any more.");
  const { cloudLocation, tokenHash: _, lastUsedAt, ...account } = row;
  if (!lastUsedAt || lastUsedAt.getTime() < Date.now() - MINUTE_MS) {
    await database().pool.query("update scim_connections set last_used_at = now() where account_id = $1 and token_hash = $2", [account.id, row.tokenHash]);
  }
  return { actor: { kind: "scim", name: SCIM_ACTOR, accountId: account.id, address: tenantUrl({ id: account.id, cloudLocation }) }, account: { ...account, integrations: {} } };
}
