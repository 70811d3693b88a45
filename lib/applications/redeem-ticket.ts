import { settings } from "#lib/config/settings.ts";
import { hashToken, newToken } from "#lib/crypto/token.ts";
import { TokenRefusal } from "#lib/access-tokens/token-refusal.ts";
import { operation } from "#lib/operations/operation.ts";
import { connectionOf } from "./connections.ts";
import { introspected } from "./introspect.ts";
import { ApplicationToken, RedeemTicketInput } from "./schemas.ts";
import { readTicket } from "./ticket.ts";

/** A visit ends after so long; the person then opens the application anew. */
const VISIT_S = 3_600;

/** Gives an application a token for a ticket, once (RFC 7523). */
export const redeemTicket = operation({
  name: "applications.redeem-ticket",
  summary: "Give an application a token for a ticket",
  permission: [],
  scope: "public",
  kind: "write",
  unrecorded: "That the person opens the application was recorded with the ticket.",
  input: RedeemTicketInput,
  output: ApplicationToken,
  http: null,
  async run({ db, now }, { application, ticket }) {
    const connection = connectionOf(application);
    const id = connection && await readTicket(ticket, { issuer: settings().PORTAL_URL, application, now }, connection.secret);
    if (!id) throw new TokenRefusal("invalid_grant", "The ticket is not good.");
    const token = newToken();
    const tokenHash = hashToken(token);
    // One statement, so that of two that come with one ticket the second finds it used.
    const used = await db.applicationVisit.updateMany({
      where: { id, application, tokenHash: null, expiresAt: { gt: now } },
      data: { tokenHash, expiresAt: new Date(now.getTime() + VISIT_S * 1_000) },
    });
    if (used.count === 0) throw new TokenRefusal("invalid_grant", "The ticket was used already, or is too old.");
    if (!(await introspected(db, application, token, now)).active) throw new TokenRefusal("invalid_grant", "The person has no access any more.");
    return { access_token: token, token_type: "Bearer" as const, expires_in: VISIT_S };
  },
});
