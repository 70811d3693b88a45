import { z } from "zod";
import { verifyPassword } from "#lib/crypto/password.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { forbidden, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { setPassword } from "#lib/registration/set-password.ts";
import { endSessionsOf } from "#lib/sessions/end-sessions.ts";
import { clearAttempts, takeAttempt } from "#lib/sessions/sign-in-attempts.ts";
import { ChangePasswordInput } from "./schemas.ts";

/** Changes the own password; every other session of the person ends (OP1-88, DASH-13). */
export const changePassword = operation({
  name: "me.change-password",
  summary: "Change your password",
  permission: [],
  scope: "self",
  kind: "write",
  input: ChangePasswordInput,
  output: z.object({}),
  http: { method: "POST", path: "/me/password" },
  async run({ actor, db, emit, now }, { currentPassword, password }) {
    const { accountId, userId, email } = actor;
    const credential = await db.credential.findUnique({ where: { accountId_userId: { accountId, userId } } });
    if (!credential) throw forbidden(sentence("passwordElsewhere"));
    await takeAttempt(email);
    if (!(await verifyPassword(currentPassword, credential.passwordHash))) throw invalid(sentence("currentPasswordWrong"), "currentPassword");
    await clearAttempts(email);
    await setPassword(db, { accountId, userId, email }, password, now);
    await endSessionsOf(db, actor, { id: { not: actor.credentialId } });
    await emit({ action: "Edit", asset: { kind: "user", id: userId, name: actor.name }, details: { password: "changed" } });
    return {};
  },
});
