import { z } from "zod";
import { conflict, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { Permission } from "#lib/permissions/schemas.ts";
import { cancelOpenSetUps } from "./open-set-ups.ts";
import { productOf, readHeld } from "./held-product.ts";
import { PRODUCT_LABELS, TELEPHONY_PRODUCTS } from "./schemas.ts";

const PERMISSION: readonly Permission[] = [{ feature: "users", action: "edit" }];
const Input = z.object({ userId: z.uuid(), product: z.enum(TELEPHONY_PRODUCTS) });

/** Adds the telephony product to a user, to be set up next; nothing is sent to any system (SVC-01, CX-02, CX-03). */
export const addTelephonyProduct = operation({
  name: "telephony.add",
  summary: "Add the telephony product of the account to a user",
  permission: PERMISSION,
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: Input,
  output: z.object({}),
  http: { method: "PUT", path: "/accounts/{accountId}/users/{userId}/telephony/{product}" },
  async run({ actor, account, db, emit, now }, { userId, product }) {
    const offered = productOf(account.integrations);
    if (offered !== product) throw invalid(`${PRODUCT_LABELS[product]} is not offered in this account.`, "product");
    const { userName, held, addedByHand } = await readHeld(db, account.id, userId, product);
    if (!addedByHand) {
      const added = { product, addedAt: now, addedBy: actor.name };
      await db.telephonyProduct.upsert({ where: { accountId_userId: { accountId: account.id, userId } }, create: { accountId: account.id, userId, ...added }, update: added });
    }
    await emit(held ? [] : { action: "Assign", asset: { kind: "user", id: userId, name: userName }, changes: [{ property: "product", before: null, after: PRODUCT_LABELS[product] }] });
    return {};
  },
});

/** Takes a product that is not set up from a user again. What is set up is removed with the user's services. */
export const removeTelephonyProduct = operation({
  name: "telephony.remove",
  summary: "Take a telephony product that is not set up from a user",
  permission: PERMISSION,
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: Input,
  output: z.object({}),
  http: { method: "DELETE", path: "/accounts/{accountId}/users/{userId}/telephony/{product}" },
  async run({ account, db, emit, now }, { userId, product }) {
    const { userName, held, addedByHand } = await readHeld(db, account.id, userId, product);
    if (held && held.state !== "no_service") throw conflict(`${userName} has services of ${PRODUCT_LABELS[product]}. Remove those first.`);
    if (!addedByHand) {
      await emit([]);
      return {};
    }
    await cancelOpenSetUps(db, account.id, userId, now);
    await db.telephonyProduct.delete({ where: { accountId_userId: { accountId: account.id, userId } } });
    await emit({ action: "Unassign", asset: { kind: "user", id: userId, name: userName }, changes: [{ property: "product", before: PRODUCT_LABELS[product], after: null }] });
    return {};
  },
});
