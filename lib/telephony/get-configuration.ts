import { z } from "zod";
import { ownServices } from "#lib/me/own-services.ts";
import type { StoredService } from "#lib/me/own-services.ts";
import { operation } from "#lib/operations/operation.ts";
import { readServices } from "#lib/plans/stored-services.ts";
import { notInUse } from "#lib/integrations/not-in-use.ts";
import { productOf, readHeld } from "./held-product.ts";
import { UserConfiguration } from "./schemas.ts";

/** What "User Configuration" shows of a user who has a telephony product: service, service programming and phones (SVC-07). */
export const getUserConfiguration = operation({
  name: "telephony.get-configuration",
  summary: "The user configuration of a user with a telephony product",
  permission: [{ feature: "users", action: "view" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "read",
  input: z.object({ userId: z.uuid() }),
  output: UserConfiguration,
  http: { method: "GET", path: "/accounts/{accountId}/users/{userId}/telephony/configuration" },
  async run({ account, db }, { userId }) {
    const product = productOf(account.integrations);
    const [{ held }, services] = await Promise.all([readHeld(db, account.id, userId, product), readServices(db, account.id, [userId])]);
    if (product === null || held === null) throw notInUse(product ?? "mivoice_business");
    const resources = services.map(({ resource }) => resource);
    const onPbx = resources.find(({ kind }) => kind === "mivb.user");
    const { loginId, department, location } = onPbx?.kind === "mivb.user" ? onPbx.attributes : { loginId: "", department: "", location: "" };
    return { loginId, department, location, groups: held.agentGroups, phones: ownServices(resources as StoredService[]).phones };
  },
});
