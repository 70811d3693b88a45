import { z } from "zod";
import { newToken } from "#lib/crypto/token.ts";
import { sealKey } from "#lib/crypto/seal-key.ts";
import { seal } from "#lib/crypto/seal.ts";
import { operation } from "#lib/operations/operation.ts";
import { secretPurpose } from "./resolve-billing.ts";
import { BillingConnectionView, NewBillingSecret } from "./schemas.ts";

const PERMISSION = [{ feature: "orders", action: "view" }] as const;

/** How long the secret before the present one is still taken: time to enter the new one in every part of a billing system, which goes on selling meanwhile. */
const OVERLAP_MS = 24 * 60 * 60 * 1_000;

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
  async run({ account, db, now }) {
    const connection = await db.billingConnection.findUnique({ where: { accountId: account.id }, select: { rotatedAt: true, rotatedBy: true, previousUntil: true } });
    const until = connection?.previousUntil;
    return {
      partnerId: account.id,
      rotatedAt: connection?.rotatedAt.toISOString() ?? null,
      rotatedBy: connection?.rotatedBy ?? "",
      previousUntil: until && until > now ? until.toISOString() : null,
    };
  },
});

/** Makes the secret by which the billing system signs. The one before it is taken for another day, and the one before that no more. */
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
    const sealed = seal(secret, sealKey(), secretPurpose(account.id));
    await db.$executeRaw`
      insert into billing_connections as b (account_id, secret_sealed, rotated_at, rotated_by)
      values (${account.id}::uuid, ${sealed}, ${now}::timestamptz, ${actor.name})
      on conflict (account_id) do update set secret_sealed = excluded.secret_sealed, rotated_at = excluded.rotated_at, rotated_by = excluded.rotated_by,
        previous_sealed = b.secret_sealed, previous_until = ${new Date(now.getTime() + OVERLAP_MS)}::timestamptz`;
    await emit({ action: "Edit", asset: { kind: "billing_connection", id: account.id, name: account.name }, details: { secret: "made anew" } });
    return { partnerId: account.id, secret };
  },
});

/** Ends the secret before the present one at once: the billing system has the new one everywhere, or somebody else has the old one. */
export const endPreviousSecret = operation({
  name: "billing.end-previous-secret",
  summary: "Take no message any more that is signed by the secret before the present one",
  permission: PERMISSION,
  unrestricted: true,
  scope: "partner",
  kind: "write",
  input: z.object({}),
  output: z.object({}),
  http: { method: "DELETE", path: "/billing/secret/previous" },
  async run({ account, db, emit, now }) {
    const { count } = await db.billingConnection.updateMany({ where: { accountId: account.id, previousUntil: { gt: now } }, data: { previousSealed: null, previousUntil: null } });
    await emit(count === 0 ? [] : { action: "Edit", asset: { kind: "billing_connection", id: account.id, name: account.name }, details: { secret: "the one before ended" } });
    return {};
  },
});
