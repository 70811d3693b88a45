import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { PBX_TYPES } from "#lib/gateways/schemas.ts";
import type { PbxType } from "#lib/gateways/schemas.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { AccountView } from "./schemas.ts";
import { distinctContacts } from "./support-contacts.ts";

/** Reads an account with its support contacts. */
export async function readAccount(db: Db, accountId: string): Promise<AccountView> {
  const account = await db.account.findUnique({ where: { id: accountId }, include: { supportContacts: { select: { email: true, name: true } }, gateway: { select: { pbx: true, platform: true, completedAt: true } } } });
  if (!account) throw notFound("The account");
  const { partnerId: _, miAccessOrganisation: __, createdAt: ___, primePartner: ____, billingAccount: _____, supportContacts, gateway, ...shown } = account;
  return { ...shown, pbxType: pbxTypeOf(gateway), supportContacts: distinctContacts(supportContacts), kind: shown.kind as AccountView["kind"], status: shown.status as AccountView["status"], modifiedAt: shown.modifiedAt.toISOString() };
}

type OnboardedGateway = { pbx: unknown; platform: string; completedAt: Date | null } | null;

/** Known once its gateway is onboarded (INFO-12); the PBX in the box of an SMB controller is always the same. */
function pbxTypeOf(gateway: OnboardedGateway): string {
  if (!gateway?.completedAt) return "";
  const type = gateway.platform === "smbc" ? "mivoice_office_400" : (gateway.pbx as { type: PbxType }).type;
  return PBX_TYPES[type];
}

/** INFO-01 to INFO-12. */
export const getAccount = operation({
  name: "accounts.get",
  summary: "The information of an account",
  permission: [{ feature: "account", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: AccountView,
  http: { method: "GET", path: "/accounts/{accountId}" },
  run: ({ account, db }) => readAccount(db, account.id),
});
