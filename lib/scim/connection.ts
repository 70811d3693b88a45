import { z } from "zod";
import { newToken } from "#lib/crypto/token.ts";
import type { Db } from "#lib/db/client.ts";
import { notInUse } from "#lib/integrations/not-in-use.ts";
import { definitionOf } from "#lib/integrations/registry.ts";
import { takeStored } from "#lib/integrations/stored.ts";
import { hashToken } from "#lib/crypto/token.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict, forbidden } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { grantsOf, notHeldBy } from "#lib/permissions/grants.ts";
import { ScimConnectionView, ScimKeys } from "./schemas.ts";
import { isSafeAddress, tenantUrl } from "./tenant-url.ts";

const KEY = "azure_ad_sync";

/** How the directory of an account reaches the portal: everything but the token (SCIM-06). */
export const getScimConnection = operation({
  name: "scim-keys.get",
  summary: "The Tenant URL for Azure AD, and when its token was made and used",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: ScimConnectionView,
  http: { method: "GET", path: "/accounts/{accountId}/integrations/azure_ad_sync/keys" },
  async run({ account, db }) {
    const present = await db.integration.count({ where: { accountId: account.id, key: KEY } });
    if (present === 0) throw notInUse(KEY);
    return readConnection(db, account.id);
  },
});

/** Makes the keys for the directory; those before them open nothing from then on (SCIM-04 to SCIM-09). */
export const generateScimKeys = operation({
  name: "scim-keys.generate",
  summary: "Make Tenant URL and Secret Token for Azure AD; the token is shown this once, and the one before it ends",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: z.object({}),
  output: ScimKeys,
  // No POST: of that an answer is kept for a while, and the token is to be kept nowhere.
  http: { method: "PUT", path: "/accounts/{accountId}/integrations/azure_ad_sync/keys" },
  async run({ actor, account, db, emit, now }) {
    // Whoever holds the token changes every user of the account, its administrators' addresses included.
    if (notHeldBy(actor, grantsOf("account_admin")).length > 0) throw forbidden("With these keys every user of the account can be changed, so only somebody with all permissions of an Account Admin can make them.");
    const { status } = await takeStored(db, account.id, KEY);
    const { tenantUrl: address } = await readConnection(db, account.id);
    if (!isSafeAddress(address)) throw conflict("The portal is not reached by HTTPS yet, so no keys are given out: whoever listens would read them.");
    const secretToken = newToken();
    const made = { tokenHash: hashToken(secretToken), madeAt: now, madeBy: actor.name, lastUsedAt: null };
    await db.scimConnection.upsert({ where: { accountId: account.id }, create: { accountId: account.id, ...made }, update: made });
    await db.integration.update({ where: { accountId_key: { accountId: account.id, key: KEY } }, data: { status: "on", version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
    const changes = status === "on" ? [] : [{ property: "status", before: status, after: "on" }];
    await emit({ action: "Edit", asset: { kind: "integration", id: KEY, name: definitionOf(KEY).name }, changes, details: { keys: "made anew" } });
    await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
    return { ...(await readConnection(db, account.id)), secretToken };
  },
});

async function readConnection(db: Db, accountId: string): Promise<ScimConnectionView> {
  const { cloudLocation, scimConnection: made } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { cloudLocation: true, scimConnection: true } });
  return {
    tenantUrl: tenantUrl({ id: accountId, cloudLocation }),
    madeAt: made?.madeAt.toISOString() ?? null,
    madeBy: made?.madeBy ?? "",
    lastUsedAt: made?.lastUsedAt?.toISOString() ?? null,
  };
}
