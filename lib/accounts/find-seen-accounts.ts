import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { customersOf } from "./customers-of.ts";

/** Which of some accounts a partner may see. */
export const findSeenAccounts = operation({
  name: "accounts.find-seen",
  summary: "Tell which of some accounts can be seen",
  permission: [{ feature: "accounts", action: "view" }],
  scope: "partner",
  kind: "read",
  input: z.object({ ids: z.array(z.string()).max(100) }),
  output: z.object({ ids: z.array(z.uuid()) }),
  http: null,
  async run({ actor, db }, { ids }) {
    const seen = await db.$queryRaw<{ id: string }[]>`select a.id::text from accounts a where a.id::text = any(${ids}) and (a.id = ${actor.accountId}::uuid or ${customersOf(actor)})`;
    return { ids: seen.map(({ id }) => id) };
  },
});
