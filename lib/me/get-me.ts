import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { MeView } from "./schemas.ts";

/** Who is signed in, and what they may do. */
export const getMe = operation({
  name: "me.get",
  summary: "The signed-in person",
  permission: [],
  scope: "self",
  delegable: true,
  kind: "read",
  input: z.object({}),
  output: MeView,
  http: { method: "GET", path: "/me" },
  async run({ actor }) {
    const { userId, name, email, role, customRole, accountManager, grants, accountId, accountName, language, timeZone, method } = actor;
    return { userId, name, email, role, customRole, accountManager, accountId, accountName, language, timeZone, method, permissions: [...grants] };
  },
});
