import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { queueMails } from "#lib/mail/queue-mail.ts";
import { SENTENCES } from "#lib/messages/sentences.ts";
import { operation } from "#lib/operations/operation.ts";
import { clearAttempts, mayAskForReset } from "#lib/sessions/sign-in-attempts.ts";
import { readLink, takeLink, tellOfHolder } from "./one-time-link.ts";
import { CompleteLinkInput, LinkView } from "./schemas.ts";
import { setPassword } from "./set-password.ts";

/**
 * Sends a reset link to every registered user with the address (OP1-02). The answer is the same whether there is one or none,
 * and also where the address was asked for too often.
 */
export const requestPasswordReset = operation({
  name: "password-resets.request",
  summary: "Ask for a link to set a new password",
  permission: [],
  scope: "public",
  kind: "write",
  input: z.object({ email: z.string().trim().toLowerCase().pipe(z.email(SENTENCES.emailInvalid)) }),
  output: z.object({}),
  http: { method: "POST", path: "/password-resets" },
  async run({ db, emit, enqueue }, { email }) {
    const people = (await mayAskForReset(email)) ? await resettable(db, email) : [];
    for (const { accountId, id, name } of people) {
      await queueMails({ db, enqueue, accountId }, [{ userId: id, recipient: email, kind: "password_reset" }]);
      await emit({ accountId, action: "Send", asset: { kind: "user", id, name }, details: { mail: "password_reset" } });
    }
    if (people.length === 0) await emit([]);
    return {};
  },
});

/** With Single Sign-On the identity provider resets passwords (USER-57), unless users have Mitel credentials beside it. */
const SINGLE_SIGN_ON = { key: "single_sign_on", status: "on" };
const RESETS_HERE = { OR: [{ integrations: { none: SINGLE_SIGN_ON } }, { integrations: { some: { ...SINGLE_SIGN_ON, settings: { path: ["mitelCredentials"], equals: true } } } }] };

function resettable(db: Db, email: string): Promise<{ accountId: string; id: string; name: string }[]> {
  return db.user.findMany({
    where: { email, disabledAt: null, registeredAt: { not: null }, credential: { isNot: null }, account: { status: "active", ...RESETS_HERE } },
    select: { accountId: true, id: true, name: true },
    take: 20,
  });
}

export const getPasswordReset = operation({
  name: "password-resets.get",
  summary: "Whether a reset link can be used, and for whom",
  permission: [],
  scope: "public",
  kind: "read",
  input: z.object({ token: z.string().max(200) }),
  output: LinkView,
  http: { method: "GET", path: "/password-resets/{token}" },
  async run({ db, now }, { token }) {
    const { state, holder } = await readLink(db, "password_reset", token, now);
    return { state, name: holder?.name ?? "", email: holder?.email ?? "", accountName: holder?.accountName ?? "" };
  },
});

/** Sets the new password and ends every session of the person, whoever holds it. */
export const completePasswordReset = operation({
  name: "password-resets.complete",
  summary: "Set a new password with a reset link",
  permission: [],
  scope: "public",
  kind: "write",
  input: CompleteLinkInput,
  output: z.object({ email: z.string() }),
  http: { method: "POST", path: "/password-resets/{token}" },
  async run({ db, emit, now }, { token, password }) {
    const holder = await takeLink(db, "password_reset", token, now);
    const { accountId, userId } = holder;
    await setPassword(db, holder, password, now);
    await db.session.deleteMany({ where: { accountId, userId } });
    await clearAttempts(holder.email);
    await tellOfHolder(emit, holder, { details: { password: "set by reset link" } });
    return { email: holder.email };
  },
});
