import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { endSessionsOf } from "./end-sessions.ts";

/** Ends the session that asks; protected pages then require login (DASH-04). */
export const signOut = operation({
  name: "sessions.end",
  summary: "Sign out",
  permission: [],
  scope: "self",
  kind: "write",
  input: z.object({}),
  output: z.object({}),
  http: { method: "POST", path: "/me/sign-out", endsSession: true },
  async run({ actor, db, emit }) {
    await endSessionsOf(db, actor, { id: actor.credentialId });
    await emit({ action: "Sign out", asset: { kind: "session", id: actor.credentialId, name: actor.name } });
    return {};
  },
});
