import { database } from "#lib/db/client.ts";
import { openSecretRules } from "#lib/templates/secrets.ts";
import type { SecretRule } from "./execute-step.ts";

/** By which rules the password and the passcode of a user are made; a value of the template's own is in the open. */
export type Rules = { password: SecretRule; passcode: SecretRule };

const RANDOM: Rules = { password: { mode: "random", value: "" }, passcode: { mode: "random", value: "" } };
const KEPT = 100;
const rules = new Map<string, Promise<Rules>>();

/** How the template of a plan makes passwords and passcodes; read once per plan, since a plan's template is settled when it is made. */
export function secretRulesOf(accountId: string, planId: string): Promise<Rules> {
  const earlier = rules.get(planId);
  if (earlier) return earlier;
  if (rules.size >= KEPT) rules.clear();
  const reading = readRules(accountId, planId);
  rules.set(planId, reading);
  reading.catch(() => rules.delete(planId));
  return reading;
}

async function readRules(accountId: string, planId: string): Promise<Rules> {
  const { prisma } = database();
  const plan = await prisma.provisioningPlan.findUnique({ where: { accountId_id: { accountId, id: planId } }, select: { templateId: true } });
  const template = plan?.templateId ? await prisma.template.findUnique({ where: { accountId_id: { accountId, id: plan.templateId } }, select: { values: true } }) : null;
  if (!plan?.templateId || !template) return RANDOM;
  const { password, tuiPasscode } = openSecretRules(template.values, accountId, plan.templateId);
  return { password, passcode: tuiPasscode };
}
