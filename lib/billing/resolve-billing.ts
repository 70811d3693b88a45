/** Who sent a message of a billing system: known by the signature alone. */
import { hashToken } from "#lib/crypto/token.ts";
import { sealKey } from "#lib/crypto/seal-key.ts";
import { unseal } from "#lib/crypto/seal.ts";
import { database } from "#lib/db/client.ts";
import type { AccountInView, Resolved } from "#lib/operations/actor.ts";
import { OperationError } from "#lib/operations/errors.ts";
import { isSignedBy, SIGNATURE_HEADER } from "./signature.ts";

/** What the sealed secret of a partner account is bound to. */
export function secretPurpose(partnerId: string): string {
  return `billing secret of ${partnerId}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Row = AccountInView & { secretSealed: Buffer; previousSealed: Buffer | null };

/**
 * The billing system of a partner account, by the signature of its message: by the present secret, or for a while by the one before it.
 * @throws OperationError unauthenticated, in the same words whether the partner, the secret, the time or the body is wrong
 */
export async function resolveBilling(partnerId: string, headers: Headers, body: Uint8Array): Promise<Resolved> {
  const header = headers.get(SIGNATURE_HEADER) ?? "";
  const { rows } = await database().pool.query<Row>(
    `select a.id, a.name, a.kind, a.status, a.partner_id as "partnerId", a.user_count as "userCount", a.default_language as language, a.time_zone as "timeZone",
            b.secret_sealed as "secretSealed", case when b.previous_until > now() then b.previous_sealed end as "previousSealed"
       from accounts a join billing_connections b on b.account_id = a.id where a.id = $1 and a.kind = 'partner'`,
    [UUID.test(partnerId) ? partnerId : null],
  );
  const row = rows[0];
  const secrets = row ? [row.secretSealed, row.previousSealed].flatMap((sealed) => (sealed ? unseal(sealed, sealKey(), secretPurpose(row.id)) : [])) : ["a secret that nobody has"];
  const now = new Date();
  if (!secrets.some((secret) => isSignedBy(secret, header, body, now)) || !row) throw new OperationError("unauthenticated", "The signature of this message is not right, or its time stamp is too old.");
  const { secretSealed: _, previousSealed: __, ...account } = row;
  return { actor: { kind: "billing", name: "Billing", accountId: account.id, messageDigest: hashToken(header) }, account };
}
