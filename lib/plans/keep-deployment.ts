import { sealKey } from "#lib/crypto/seal-key.ts";
import { database } from "#lib/db/client.ts";
import { seal } from "#lib/crypto/seal.ts";
import type { Deployment } from "#lib/provisioning/adapters/adapter.ts";
import type { Step } from "#lib/provisioning/steps.ts";
import type { ClaimedRun } from "./claim-run.ts";

/** What the sealed link and PIN of a deployment are bound to. */
export const DEPLOYMENT_LINK = "deployment link";
export const DEPLOYMENT_PIN = "deployment pin";

/** Keeps the link and the PIN of a deployment, sealed, or forgets them when the deployment was taken back. */
export async function keepDeployment({ accountId, userId }: ClaimedRun, elementId: string, step: Extract<Step, { kind: "micollab.deployment" }>, deployment: Deployment | undefined): Promise<void> {
  const { prisma } = database();
  const where = { accountId_userId_elementId: { accountId, userId, elementId } };
  if (!deployment) {
    await prisma.deployment.deleteMany({ where: { accountId, userId, elementId } });
    return;
  }
  const key = sealKey();
  const kept = {
    userName: step.key,
    profile: step.action === "update" ? step.changes.profile!.after : step.attributes.profile,
    linkSealed: seal(deployment.link, key, DEPLOYMENT_LINK),
    pinSealed: seal(deployment.pin, key, DEPLOYMENT_PIN),
    deployedAt: new Date(),
  };
  await prisma.deployment.upsert({ where, create: { accountId, userId, elementId, ...kept }, update: kept });
}
