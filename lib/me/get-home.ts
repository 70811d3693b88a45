import { z } from "zod";
import { sealKey } from "#lib/crypto/seal-key.ts";
import { unseal } from "#lib/crypto/seal.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { DEPLOYMENT_LINK, DEPLOYMENT_PIN } from "#lib/plans/keep-deployment.ts";
import { ownServices } from "./own-services.ts";
import type { StoredService } from "./own-services.ts";
import { OwnHome } from "./schemas.ts";

type HomeRow = { state: OwnHome["services"]; services: StoredService[] };

/** What a person has: numbers, devices, the client and its deployment. The PIN is left out. */
export const getHome = operation({
  name: "me.get-home",
  summary: "Your services and devices",
  permission: [],
  scope: "self",
  kind: "read",
  input: z.object({}),
  output: OwnHome,
  http: { method: "GET", path: "/me/home" },
  async run({ actor, db }) {
    const { accountId, userId } = actor;
    const [rows, deployments] = await Promise.all([
      db.$queryRaw<HomeRow[]>`
        select u.services_state as state,
               (select coalesce(json_agg(json_build_object('kind', s.kind, 'attributes', s.attributes) order by s.kind, s.key), '[]')
                  from services s where s.account_id = u.account_id and s.user_id = u.id) as services
          from users u
         where u.account_id = ${accountId}::uuid and u.id = ${userId}::uuid`,
      db.deployment.findMany({ where: { accountId, userId }, select: { elementId: true, linkSealed: true, profile: true, deployedAt: true } }),
    ]);
    const home = rows[0];
    if (!home) throw notFound(sentence("userNotFound"));
    return {
      services: home.state,
      ...ownServices(home.services),
      deployments: deployments.map(({ elementId, linkSealed, profile, deployedAt }) => ({
        elementId,
        link: unseal(linkSealed, sealKey(), DEPLOYMENT_LINK),
        profile,
        deployedAt: deployedAt.toISOString(),
      })),
    };
  },
});

/** The PIN that the deployment link asks for; shown to the person alone, when asked for (DEPLOY-29). */
export const getDeploymentPin = operation({
  name: "me.get-deployment-pin",
  summary: "The PIN of your client's deployment",
  permission: [],
  scope: "self",
  kind: "read",
  input: z.object({ elementId: z.uuid() }),
  output: z.object({ pin: z.string() }),
  http: { method: "GET", path: "/me/deployments/{elementId}/pin" },
  async run({ actor, db }, { elementId }) {
    const { accountId, userId } = actor;
    const deployment = await db.deployment.findUnique({ where: { accountId_userId_elementId: { accountId, userId, elementId } }, select: { pinSealed: true } });
    if (!deployment) throw notFound(sentence("deploymentNotFound"));
    return { pin: unseal(deployment.pinSealed, sealKey(), DEPLOYMENT_PIN) };
  },
});
