import { z } from "zod";
import { notInUse } from "#lib/integrations/not-in-use.ts";
import { operation } from "#lib/operations/operation.ts";
import { UnifyPhoneView } from "./schemas.ts";
import { readState } from "./state.ts";

/** The tenant of an account with its main contact, and the licenses that its PBX has given (UNIFY-13, UNIFY-15). */
export const getUnifyPhone = operation({
  name: "unify-phone.get",
  summary: "The Unify Phone tenant of an account, and its licenses",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  integration: { key: "unify_phone" },
  input: z.object({}),
  output: UnifyPhoneView,
  http: { method: "GET", path: "/accounts/{accountId}/unify-phone" },
  async run({ account, db }) {
    const [state, licensed] = await Promise.all([readState(db, account.id), db.license.count({ where: { accountId: account.id, product: "unify_phone" } })]);
    if (!state) throw notInUse("unify_phone");
    return { ...state, answeredAt: state.answeredAt?.toISOString() ?? null, licensed };
  },
});
