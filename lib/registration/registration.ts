import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { readLink, takeLink, tellOfHolder } from "./one-time-link.ts";
import { CompleteLinkInput, LinkView } from "./schemas.ts";
import { setPassword } from "./set-password.ts";

const NOBODY = { name: "", email: "", accountName: "" };

/** What the sign-up page shows for the link of a welcome mail (WELCOME-03). */
export const getRegistration = operation({
  name: "registrations.get",
  summary: "Whether the link of a welcome e-mail can be used, and for whom",
  permission: [],
  scope: "public",
  kind: "read",
  input: z.object({ token: z.string() }),
  output: LinkView,
  http: { method: "GET", path: "/registrations/{token}" },
  async run({ db, now }, { token }) {
    const { state, holder } = await readLink(db, "registration", token, now);
    return { state, ...(holder ? { name: holder.name, email: holder.email, accountName: holder.accountName } : NOBODY) };
  },
});

/** Finishes registration with a password of the person's own (WELCOME-03 to WELCOME-05). */
export const completeRegistration = operation({
  name: "registrations.complete",
  summary: "Finish registration with a password",
  permission: [],
  scope: "public",
  kind: "write",
  input: CompleteLinkInput,
  output: z.object({ email: z.string() }),
  http: { method: "POST", path: "/registrations/{token}" },
  async run({ db, emit, now }, { token, password }) {
    const holder = await takeLink(db, "registration", token, now);
    await setPassword(db, holder, password, now);
    await db.user.update({ where: { accountId_id: { accountId: holder.accountId, id: holder.userId } }, data: { registeredAt: now } });
    await tellOfHolder(emit, holder, { changes: [{ property: "registered", before: false, after: true }] });
    return { email: holder.email };
  },
});
