import { newId } from "#lib/db/id.ts";
import { operation } from "#lib/operations/operation.ts";
import { addDefaultTemplate } from "#lib/templates/add-default-template.ts";
import { cloudLocationOf } from "./cloud-location.ts";
import { readAccount } from "./get-account.ts";
import { AccountView, AddAccountInput } from "./schemas.ts";
import { distinctContacts } from "./support-contacts.ts";

/** Makes a customer account of the partner, with the default template every account has (ACCT-05 to ACCT-08, ACDTPL-02). */
export const addAccount = operation({
  name: "accounts.add",
  summary: "Add a customer account",
  permission: [{ feature: "accounts", action: "add" }],
  scope: "partner",
  kind: "write",
  input: AddAccountInput,
  output: AccountView,
  http: { method: "POST", path: "/accounts" },
  async run({ actor, db, emit, notify, now }, { supportContacts, ...fields }) {
    const id = newId();
    await db.account.create({
      data: { ...fields, id, kind: "customer", partnerId: actor.accountId, cloudLocation: cloudLocationOf(fields.country), createdAt: now, modifiedAt: now, modifiedBy: actor.name },
    });
    // An account manager would not see what they have just made (OP1-75).
    if (actor.accountManager) await db.managedAccount.create({ data: { accountId: actor.accountId, userId: actor.userId, managedAccountId: id } });
    const contacts = distinctContacts(supportContacts);
    await db.supportContact.createMany({ data: contacts.map((contact) => ({ ...contact, accountId: id, id: newId() })) });
    await addDefaultTemplate(db, id, now);
    await emit({ accountId: id, action: "Add", asset: { kind: "account", id, name: fields.name }, changes: Object.entries({ ...fields, supportContacts: contacts }).map(([property, after]) => ({ property, before: null, after })) });
    await notify({ to: actor, status: "completed", title: "Account added", body: fields.name, link: `/accounts/${id}/information` });
    return readAccount(db, id);
  },
});
