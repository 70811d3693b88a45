import { timingSafeEqual } from "node:crypto";
import type { Db } from "#lib/db/client.ts";
import { hashToken } from "#lib/crypto/token.ts";
import { operation } from "#lib/operations/operation.ts";
import { issueToken } from "./issue-token.ts";
import { DelegatedTokenInput, TokenAnswer } from "./schemas.ts";
import { TokenRefusal } from "./token-refusal.ts";

type Application = { id: string; name: string; secret_hash: Uint8Array; allowed: boolean };

/** Gives an application that is assigned to an account a token for one of its users, while the account lets it (PRIV-11, PRIV-12). */
export const issueDelegatedToken = operation({
  name: "access-tokens.issue-delegated",
  summary: "Give an application a token for a user of an account",
  permission: [],
  scope: "public",
  kind: "write",
  input: DelegatedTokenInput,
  output: TokenAnswer,
  http: null,
  async run({ db, emit, now }, { accountId, clientId, clientSecret, email }) {
    const application = await authenticate(db, accountId, clientId, clientSecret);
    if (!application.allowed) throw new TokenRefusal("invalid_grant", "Delegated Authentication is off for this account.");
    const user = await db.user.findUnique({ where: { accountId_email: { accountId, email: email.trim().toLowerCase() } }, select: { id: true, name: true, disabledAt: true } });
    if (!user || user.disabledAt) throw new TokenRefusal("invalid_grant", "The account has no active user with this address.");
    const answer = await issueToken(db, accountId, { userId: user.id, applicationId: application.id }, now);
    const event = { accountId, action: "Sign in", asset: { kind: "user", id: user.id, name: user.name }, details: { method: "delegated", application: application.name, clientId: application.id } } as const;
    await emit(event, { kind: "person", userId: user.id, accountId, name: user.name, role: "user", origin: "delegated" });
    return answer;
  },
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One refusal for an application that there is not, one of other accounts and a wrong secret: nobody learns which it was. */
async function authenticate(db: Db, accountId: string, clientId: string, clientSecret: string): Promise<Application> {
  const [application] = UUID.test(clientId)
    ? await db.$queryRaw<Application[]>`
        select c.id::text, c.name, c.secret_hash, coalesce(w.delegated_authentication, false) as allowed
          from application_assignments s
          join client_applications c on c.account_id = s.partner_id and c.id = s.application_id
          join accounts a on a.id = s.account_id and a.status = 'active'
          left join account_switches w on w.account_id = s.account_id
         where s.account_id = ${accountId}::uuid and s.application_id = ${clientId}::uuid`
    : [];
  if (!application || !timingSafeEqual(hashToken(clientSecret), application.secret_hash)) throw new TokenRefusal("invalid_client", "The application is not known to this account, or its secret is wrong.");
  return application;
}
