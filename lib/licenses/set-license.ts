import { z } from "zod";
import type { SetContext } from "#lib/users/bulk-act.ts";
import { conflict, forbidden, invalid, notFound, OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { licenseName, PRODUCTS, PRODUCTS_OF_USERS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import { changeLicenses, isPlan } from "./change-set.ts";
import { whyNotManaged } from "./product-state.ts";
import { readIntegrations } from "./read-integrations.ts";
import { RemoveLicenseInput, SetLicenseInput, UNASSIGN } from "./schemas.ts";

const PERMISSION = [{ feature: "users", action: "edit" }] as const;

/** Gives a user a product, a license of one of its plans, or other features of it (USER-27, MEET-06, ONELIC-04, ONELIC-07, ONELIC-08, ONELIC-12). */
export const setLicense = operation({
  name: "licenses.set",
  summary: "Give a user a product or a license of it",
  permission: PERMISSION,
  scope: "account",
  kind: "write",
  input: SetLicenseInput,
  output: z.object({}),
  http: { method: "PUT", path: "/accounts/{accountId}/users/{userId}/licenses/{product}" },
  async run(context, { userId, product, plan, features = {} }) {
    await assertManaged(context, product);
    checkPlan(product, plan);
    await assertUser(context, userId);
    try {
      await changeLicenses(setContext(context), [userId], { product, licenses: plan, features });
    } catch (error) {
      if (error instanceof OperationError && error.fields[0]?.path === "licenses") throw conflict(`There is no license of ${licenseName(product, plan)} left.`, "plan");
      throw error;
    }
    return {};
  },
});

/** Takes a product from a user; its license is free again (ONELIC-07, ONELIC-12). */
export const removeLicense = operation({
  name: "licenses.remove",
  summary: "Take a product and its license from a user",
  permission: PERMISSION,
  scope: "account",
  kind: "write",
  input: RemoveLicenseInput,
  output: z.object({}),
  http: { method: "DELETE", path: "/accounts/{accountId}/users/{userId}/licenses/{product}" },
  async run(context, { userId, product }) {
    await assertManaged(context, product);
    await assertUser(context, userId);
    await changeLicenses(setContext(context), [userId], { product, licenses: UNASSIGN, features: {} });
    return {};
  },
});

function setContext({ db, emit, enqueue, account, actor, now }: OperationContext<"account">): SetContext {
  return { db, emit, enqueue, accountId: account.id, actor, now };
}

/** Licenses are given in customer accounts only (USER-73), and not where another system gives them (MEETMC-01). */
export async function assertManaged({ account, db }: OperationContext<"account">, product: ProductKey): Promise<void> {
  if (account.kind === "partner") throw forbidden("Users of a partner account have no licenses.");
  if (!PRODUCTS_OF_USERS.includes(product)) throw invalid(`Licenses of ${PRODUCTS[product].name} are not assigned to users.`, "product");
  const reason = whyNotManaged(product, await readIntegrations(db, account.id));
  if (reason !== null) throw conflict(reason, "product");
}

async function assertUser({ account, db }: OperationContext<"account">, userId: string): Promise<void> {
  if ((await db.user.count({ where: { accountId: account.id, id: userId } })) === 0) throw notFound("The user");
}

function checkPlan(product: ProductKey, plan: string | null): void {
  // A product of one plan is had with its license or not at all.
  if (plan === null ? PRODUCTS[product].plans.length === 1 : !isPlan(product, plan)) throw invalid("Please choose a plan of the product.", "plan");
}
