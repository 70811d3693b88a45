import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { operation } from "#lib/operations/operation.ts";
import { nextStep } from "./rules.ts";
import { GatewaySetUp } from "./schemas.ts";
import { factsOf, readGateway, viewOf } from "./stored.ts";

/** Reads the set-up of an account, and what its site is pre-filled with (GW-15). */
export async function readSetUp(db: Db, accountId: string): Promise<GatewaySetUp> {
  const [gateway, account] = await Promise.all([
    readGateway(db, accountId),
    db.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true, address: true, city: true, country: true, province: true, postalCode: true } }),
  ]);
  const { name: siteName, ...business } = account;
  return { gateway: gateway && (await viewOf(db, gateway)), step: nextStep(gateway && factsOf(gateway)), business: { ...business, siteName } };
}

/** The set-up of the CloudLink gateway, for the steps of its wizard. */
export const getGateway = operation({
  name: "gateways.get",
  summary: "The CloudLink gateway of an account and how far its set-up is",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: GatewaySetUp,
  http: { method: "GET", path: "/accounts/{accountId}/gateway" },
  run: ({ account, db }) => readSetUp(db, account.id),
});
