import { z } from "zod";
import { newToken } from "#lib/crypto/token.ts";
import { sealKey } from "#lib/crypto/seal-key.ts";
import { seal } from "#lib/crypto/seal.ts";
import { operation } from "#lib/operations/operation.ts";
import { secretPurpose } from "./resolve-billing.ts";
import { BillingConnectionView, NewBillingSecret } from "./schemas.ts";

const PERMISSION = [{ feature: "orders", action: "view" }] as const;

/** Whether a billing system can send orders, and since when. */
export const getBillingConnection = operation({
  name: "billing.get-connection",
  summary: "The connection of the partner's billing system",
  permission: PERMISSION,
  // Whoever has the secret can add orders to the partner account.
  unrestricted: true,
  scope: "partner",
  kind: "read",
  input: z.object({}),
  output: BillingConnectionView,
  http: { method: "GET", path: "/billing/connection" },
  async run({ account, db }) {
    const connection = await db.billingConnection.findUnique({ where: { accountId: account.id }, select: { rotatedAt: true, rotatedBy: true } });
    return { partnerId: account.id, rotatedAt: connection?.rotatedAt.toISOString() ?? null, rotatedBy: connection?.rotatedBy ?? "" };
  },
});

/** Makes the secret by which the billing system signs; the one before it opens nothing from then on. */
export const rotateBillingSecret = operation({
  name: "billing.rotate-secret",
  summary: "Make a new secret for the partner's billing system; it is shown this once",
  permission: PERMISSION,
  // Whoever has the secret can add orders to the partner account.
  unrestricted: true,
  scope: "partner",
  kind: "write",
  input: z.object({}),
  output: NewBillingSecret,
  http: { method: "POST", path: "/billing/secret" },
  async run({ actor, account, db, emit, now }) {
    const secret = newToken();
    const made = { secretSealed: seal(secret, sealKey(), secretPurpose(account.id)), rotatedAt: now, rotatedBy: actor.name };
    await db.billingConnection.upsert({ where: { accountId: account.id }, create: { accountId: account.id, ...made }, update: made });
    await emit({ action: "Edit", asset: { kind: "billing_connection", id: account.id, name: account.name }, details: { secret: "made anew" } });
    return { partnerId: account.id, secret };
  },
});
