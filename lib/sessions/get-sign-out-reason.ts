import { z } from "zod";
import { hashToken } from "#lib/crypto/token.ts";
import { operation } from "#lib/operations/operation.ts";

/**
 * Why a browser is not signed in any more: the account of its session has been deactivated (ACCT-14). Only who holds the secret of
 * such a session is told, so that a stranger learns nothing of any account. Has no address of its own: the sign-in page reads it.
 */
export const getSignOutReason = operation({
  name: "sessions.get-sign-out-reason",
  summary: "Whether a session ended because its account was deactivated",
  permission: [],
  scope: "public",
  kind: "read",
  input: z.object({ sessionToken: z.string() }),
  output: z.object({ deactivatedAccount: z.string().nullable() }),
  http: null,
  async run({ db }, { sessionToken }) {
    const session = await db.session.findUnique({
      where: { tokenHash: hashToken(sessionToken) },
      select: { user: { select: { account: { select: { name: true, status: true } } } } },
    });
    const account = session?.user.account;
    return { deactivatedAccount: account?.status === "deactivated" ? account.name : null };
  },
});
