import { operation } from "#lib/operations/operation.ts";
import { issueToken } from "./issue-token.ts";
import { GuestTokenInput, TokenAnswer } from "./schemas.ts";
import { TokenRefusal } from "./token-refusal.ts";

/** Lets somebody who is no user of the account in as a guest, while the account lets guests in (PRIV-13, PRIV-14). */
export const issueGuestToken = operation({
  name: "access-tokens.issue-guest",
  summary: "Give a guest of an account a token",
  permission: [],
  scope: "public",
  kind: "write",
  unrecorded: "A guest is nobody that the account knows; what guests write is the chat service's to record.",
  input: GuestTokenInput,
  output: TokenAnswer,
  http: null,
  async run({ db, now }, { accountId, name }) {
    const open = await db.accountSwitches.count({ where: { accountId, guestAccess: true, account: { status: "active" } } });
    // The same for an account that there is not.
    if (open === 0) throw new TokenRefusal("invalid_grant", "Guest access is not allowed for this account.");
    return issueToken(db, accountId, { guestName: name || "Guest" }, now);
  },
});
