import { changesBetween } from "#lib/events/emit.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { contactRows } from "./add-account.ts";
import { readAccount } from "./get-account.ts";
import { AccountView, UpdateAccountInput } from "./schemas.ts";

/** Changes what was given of an account (ACCT-09 to ACCT-11, INFO-06, INFO-07, OP1-64). */
export const updateAccount = operation({
  name: "accounts.update",
  summary: "Change the information of an account",
  permission: [{ feature: "account", action: "edit" }],
  scope: "account",
  kind: "write",
  input: UpdateAccountInput,
  output: AccountView,
  http: { method: "PATCH", path: "/accounts/{accountId}" },
  async run({ actor, account, db, emit, now }, { version, supportContacts, ...given }) {
    const before = await readAccount(db, account.id);
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const changes = changesBetween(before, supportContacts ? { ...fields, supportContacts } : fields);
    if (changes.length === 0) {
      await emit([]);
      return before;
    }
    const { count } = await db.account.updateMany({ where: { id: account.id, version }, data: { ...fields, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
    if (count === 0) throw conflict(`${before.modifiedBy || "Somebody"} changed this account meanwhile. Reload the page to see the change; what you typed has not been saved.`);
    if (supportContacts) {
      await db.supportContact.deleteMany({ where: { accountId: account.id } });
      await db.supportContact.createMany({ data: contactRows(account.id, supportContacts) });
    }
    await emit({ action: "Edit", asset: { kind: "account", id: account.id, name: before.name }, changes });
    return readAccount(db, account.id);
  },
});
