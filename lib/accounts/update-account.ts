import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { changesBetween } from "#lib/events/emit.ts";
import { conflict, OperationError } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readAccount } from "./get-account.ts";
import { AccountInformation, AccountView, UpdateAccountInput } from "./schemas.ts";
import { distinctContacts } from "./support-contacts.ts";

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
  async run({ actor, account, db, emit, now }, { version, supportContacts: contacts, ...given }) {
    const before = await readAccount(db, account.id);
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const wanted = contacts ? { ...fields, supportContacts: distinctContacts(contacts) } : fields;
    const changes = changesBetween(before, wanted);
    if (changes.length === 0) {
      await emit([]);
      return before;
    }
    if (before.kind === "customer") checkTogether({ ...before, ...wanted });
    const { count } = await db.account.updateMany({ where: { id: account.id, version }, data: { ...fields, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
    if (count === 0) throw await changedMeanwhile(db, account.id);
    if (contacts) {
      await db.supportContact.deleteMany({ where: { accountId: account.id } });
      await db.supportContact.createMany({ data: distinctContacts(contacts).map((contact) => ({ ...contact, accountId: account.id, id: newId() })) });
    }
    await emit({ action: "Edit", asset: { kind: "account", id: account.id, name: before.name }, changes });
    return readAccount(db, account.id);
  },
});

/** A change of one field can make another one wrong: a country with postal codes wants one (OP1-10). */
function checkTogether(account: object): void {
  const { error } = AccountInformation.safeParse(account);
  if (!error) return;
  const fields = error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new OperationError("invalid", fields[0]!.message, fields);
}

// Read anew: it may have been changed after this operation began.
async function changedMeanwhile(db: Db, accountId: string): Promise<OperationError> {
  const { modifiedBy } = await readAccount(db, accountId);
  return conflict(`${modifiedBy || "Somebody"} changed this account meanwhile. Reload the page to see the change; what you typed has not been saved.`);
}
