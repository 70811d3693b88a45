import { z } from "zod";
import { SENTENCES } from "#lib/messages/sentences.ts";
import { operation } from "#lib/operations/operation.ts";
import { endSessionsOf } from "#lib/sessions/end-sessions.ts";
import { clearAttempts, mayAskForReset } from "#lib/sessions/sign-in-attempts.ts";
import { readLink, takeLink, tellOfHolder } from "./one-time-link.ts";
import { CompleteLinkInput, LinkView } from "./schemas.ts";
import { setPassword } from "./set-password.ts";

/**
 * Sends a reset link to every registered user with the address (OP1-02). The answer is the same, and takes as long, whether there
 * is one or none; it is the same also where the address was asked for too often.
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
  async run({ emit, enqueue, correlationId }, { email }) {
    if (await mayAskForReset(email)) await enqueue("password-resets.send", { email, correlationId });
    // What is sent, and to whom, is told by the job.
    await emit([]);
    return {};
  },
});

export const getPasswordReset = operation({
  name: "password-resets.get",
  summary: "Whether a reset link can be used, and for whom",
  permission: [],
  scope: "public",
  kind: "read",
  input: z.object({ token: z.string() }),
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
    await setPassword(db, holder, password, now);
    await endSessionsOf(db, holder);
    await clearAttempts(holder.email);
    await tellOfHolder(emit, holder, { details: { password: "set by reset link" } });
    return { email: holder.email };
  },
});
