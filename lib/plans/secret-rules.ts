import { database } from "#lib/db/client.ts";
import { openSecretRules } from "#lib/templates/secrets.ts";
import type { SecretRules } from "./execute-step.ts";

const RANDOM: SecretRules = { password: { mode: "random", value: "" }, passcode: { mode: "random", value: "" } };
const KEPT = 100;
const rules = new Map<string, Promise<SecretRules>>();

/** How the template of a plan makes passwords and passcodes; read once per plan, since a plan's template is settled when it is made. */
export function secretRulesOf(accountId: string, planId: string): Promise<SecretRules> {
  const earlier = rules.get(planId);
  if (earlier) return earlier;
  if (rules.size >= KEPT) rules.clear();
  const reading = readRules(accountId, planId);
  rules.set(planId, reading);
  reading.catch(() => rules.delete(planId));
  return reading;
}

async function readRules(accountId: string, planId: string): Promise<SecretRules> {
  const { prisma } = database();
  const plan = await prisma.provisioningPlan.findUnique({ where: { accountId_id: { accountId, id: planId } }, select: { templateId: true } });
  const template = plan?.templateId ? await prisma.template.findUnique({ where: { accountId_id: { accountId, id: plan.templateId } }, select: { values: true } }) : null;
  if (!plan?.templateId || !template) return RANDOM;
  const { password, tuiPasscode } = openSecretRules(template.values, accountId, plan.templateId);
  return { password, passcode: tuiPasscode };
}
