/** The gateway portal lists an account with a gateway as long as it is active (ACCT-25). */
import { database } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import { gatewayService } from "./gateway-service.ts";
import { readGateway } from "./stored.ts";

/** The job that tells the gateway portal how an account stands now; the queue tries again while it can not be reached. */
export async function listAccount({ accountId }: JobPayload<"gateways.list-account">): Promise<void> {
  const { prisma } = database();
  const gateway = await readGateway(prisma, accountId);
  if (!gateway?.site) return;
  const { name, status } = await prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true, status: true } });
  try {
    await gatewayService().listAccount(accountId, { name, status: status === "active" ? "active" : "deactivated" });
  } catch (error) {
    // Reset by hand: there is nothing to list.
    if (!(error instanceof PeerError && error.reason === "not_found")) throw error;
  }
}
