import { z } from "zod";
import { conflict, forbidden } from "#lib/operations/errors.ts";
import { letGatewayGo } from "#lib/gateways/let-go.ts";
import { publish } from "#lib/live/publish.ts";
import type { AccountInView } from "#lib/operations/actor.ts";
import { leaveTenant } from "#lib/unify-phone/leave-tenant.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import { deleteBelongings } from "./delete-belongings.ts";
import { typedWord } from "./schemas.ts";

/** Runs that may still make something on a phone system. */
const UNDER_WAY = ["queued", "running", "waiting", "rolling_back"];

function assertCustomer(account: AccountInView): void {
  // The partner account can not be deleted or deactivated by anyone in the portal (LOGIN-08).
  if (account.kind === "partner") throw forbidden("A partner account can not be deactivated or deleted in the portal.");
}

async function setStatus({ actor, account, db, emit, enqueue, notify, now }: OperationContext<"account">, status: "active" | "deactivated", title: string): Promise<void> {
  await db.account.update({ where: { id: account.id }, data: { status, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
  await emit({ action: "Edit", asset: { kind: "account", id: account.id, name: account.name }, changes: [{ property: "status", before: account.status, after: status }] });
  // The gateway portal lists it only while it is active (ACCT-25).
  if (account.integrations["cloudlink_gateway"]) await enqueue("gateways.list-account", { accountId: account.id });
  await notify({ to: actor, status: "completed", title, body: account.name, link: `/accounts/${account.id}/information` });
}

/** Shuts an account: its users are signed out at their next click and can not come back until it is reactivated (ACCT-12 to ACCT-16). */
export const deactivateAccount = operation({
  name: "accounts.deactivate",
  summary: "Deactivate a customer account",
  permission: [{ feature: "accounts", action: "edit" }],
  scope: "account",
  kind: "write",
  input: typedWord("deactivate"),
  output: z.object({}),
  http: { method: "POST", path: "/accounts/{accountId}/deactivate" },
  async run(context) {
    assertCustomer(context.account);
    await setStatus(context, "deactivated", "Account deactivated");
    // Ended, but kept until it is reactivated: by them a browser learns why it was signed out (ACCT-14).
    const { account, db, now } = context;
    await db.session.updateMany({ where: { accountId: account.id, expiresAt: { gt: now } }, data: { expiresAt: now } });
    await publish(db, { channel: "access", accountId: account.id, userId: null });
    // Nobody changes its users any more, and no mail goes out whose link would be refused (ACCT-16).
    await db.bulkJob.updateMany({ where: { accountId: account.id, status: "working" }, data: { status: "cancelled", finishedAt: now } });
    return {};
  },
});

/** ACCT-21 to ACCT-25. */
export const reactivateAccount = operation({
  name: "accounts.reactivate",
  summary: "Reactivate a customer account",
  permission: [{ feature: "accounts", action: "edit" }],
  scope: "account",
  kind: "write",
  onDeactivated: true,
  input: typedWord("reactivate"),
  output: z.object({}),
  http: { method: "POST", path: "/accounts/{accountId}/reactivate" },
  async run(context) {
    assertCustomer(context.account);
    if (context.account.status === "active") throw conflict("This account is active already.");
    await setStatus(context, "active", "Account reactivated");
    await context.db.session.deleteMany({ where: { accountId: context.account.id } });
    return {};
  },
});

/** Deletes an account with all that belongs to it; services on phone systems are removed first, by a plan (ACCT-17, ACCT-18, ACCT-20). */
export const deleteAccount = operation({
  name: "accounts.delete",
  summary: "Delete a customer account",
  permission: [{ feature: "accounts", action: "delete" }],
  scope: "account",
  kind: "write",
  input: typedWord("delete"),
  output: z.object({}),
  http: { method: "POST", path: "/accounts/{accountId}/delete" },
  async run({ actor, account, db, emit, notify, now }) {
    assertCustomer(account);
    const services = await db.service.count({ where: { accountId: account.id } });
    if (services > 0) throw conflict(`The users of this account still have ${services === 1 ? "a service" : `${services} services`} on its phone systems. Remove ${services === 1 ? "it" : "them"} first, so that nothing is left behind there.`);
    const working = await db.provisioningRun.count({ where: { accountId: account.id, status: { in: UNDER_WAY } } });
    if (working > 0) throw conflict("Changes to the phone systems of this account are under way. Wait until they are done, so that nothing is left behind there.");
    // Its gateway is reset once the account is gone (ACCT-19, GW-55).
    await letGatewayGo(db, account.id, actor, now);
    // Its Unify Phone tenant stays, and is free to be linked by another one (UNIFY-22).
    await leaveTenant(db, account.id);
    await deleteBelongings(db, account.id);
    await db.account.delete({ where: { id: account.id } });
    // The history of the account goes to the partner account, where it can still be read.
    await emit({ accountId: actor.accountId, action: "Delete", asset: { kind: "account", id: account.id, name: account.name }, details: { users: account.userCount } });
    await notify({ to: actor, status: "completed", title: "Account deleted", body: account.name });
    return {};
  },
});
