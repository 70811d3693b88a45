import { isInUse } from "#lib/integrations/rules.ts";
import { conflict, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { createPlan, createRuns } from "#lib/plans/create-plan.ts";
import { readPlan } from "#lib/plans/plan-view.ts";
import { readRole } from "#lib/plans/read-role.ts";
import { PlanView } from "#lib/plans/schemas.ts";
import { readTemplate } from "#lib/templates/read-template.ts";
import { tierOf } from "#lib/templates/schemas.ts";
import { productOf, readHeld } from "./held-product.ts";
import { cancelOpenSetUps } from "./open-set-ups.ts";
import { categoryLabel, PRODUCT_LABELS, SetUpInput } from "./schemas.ts";
import type { ServiceCategory, TelephonyProduct } from "./schemas.ts";

/**
 * "Apply Changes": gives a template to one user, as a plan that is applied as soon as the systems were read and nothing stands
 * in its way (SVC-03, SVC-04, SVC-08, CX-04 to CX-09). What does is told at the plan, which goes on once it is settled.
 */
export const setUpTelephony = operation({
  name: "telephony.set-up",
  summary: "Set up the telephony product of a user, or change its category or template",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: SetUpInput,
  output: PlanView,
  http: { method: "POST", path: "/accounts/{accountId}/users/{userId}/telephony/set-up" },
  async run(context, { userId, serviceRoleId, category, number, mitelCx, ...choices }) {
    const { account, db, emit, enqueue, now } = context;
    const product = productOf(account.integrations);
    const { userName, held, servicesState } = await readHeld(db, account.id, userId, product);
    if (product === null || held === null) throw conflict("Add the product to the user first.");
    if (servicesState === "working") throw conflict(`The services of ${userName} are being worked on. Wait until that is done.`);
    if (mitelCx && !isInUse(account.integrations, "mitel_cx")) throw invalid("Mitel CX is not in use on this account.", "mitelCx");
    if (category && product === "mitel_cx") throw invalid("Service categories are for MiVoice Business.", "category");
    const role = await readRole(db, account.id, serviceRoleId);
    const chosen = product === "mitel_cx" ? null : (category ?? (await categoryOf(context, role.templateId)));
    await cancelOpenSetUps(db, account.id, userId, now);
    await keepChoice(context, userId, { product, category: chosen });
    const request = { ...choices, mitelCx, atOnce: true, parts: product === "mitel_cx" ? ("mitel_cx" as const) : ("all" as const), numbers: number === "" ? {} : { [userId]: number } };
    const planId = await createPlan(context, { purpose: "assign", title: role.name, request, role });
    await enqueue("provisioning.plan", await createRuns(db, account.id, planId, [{ userId, userName }]));
    await emit([
      { action: "Edit", asset: { kind: "user", id: userId, name: userName }, changes: changesOf(held, { category: chosen, template: role.name, contactCenter: choices.contactCenter || mitelCx || product === "mitel_cx" }), details: { product: PRODUCT_LABELS[product] } },
      { action: "Apply", asset: { kind: "provisioning_plan", id: planId, name: role.name }, details: { users: 1 } },
    ]);
    return readPlan(db, account.id, planId);
  },
});

async function categoryOf({ account, db }: OperationContext<"account">, templateId: string): Promise<ServiceCategory | null> {
  const { serviceCategory, uccBundle } = (await readTemplate(db, account.id, templateId)).values.user;
  return serviceCategory === null || serviceCategory === "" ? null : { name: serviceCategory, tier: tierOf(uccBundle) };
}

type Choice = { product: TelephonyProduct; category: ServiceCategory | null };

async function keepChoice({ actor, account, db, now }: OperationContext<"account">, userId: string, { product, category }: Choice): Promise<void> {
  const chosen = { product, category: category?.name ?? "", tier: category?.tier ?? "" };
  await db.telephonyProduct.upsert({
    where: { accountId_userId: { accountId: account.id, userId } },
    create: { accountId: account.id, userId, ...chosen, addedAt: now, addedBy: actor.name },
    update: chosen,
  });
}

type Shown = { category: ServiceCategory | null; template: string | null; contactCenter: boolean };

function changesOf(before: Shown, after: Shown) {
  const inWords = ({ category, template, contactCenter }: Shown) => ({ serviceCategory: category && categoryLabel(category), template, contactCenter });
  const [was, is] = [inWords(before), inWords(after)];
  return (Object.keys(is) as (keyof typeof is)[]).filter((property) => was[property] !== is[property]).map((property) => ({ property, before: was[property], after: is[property] }));
}
