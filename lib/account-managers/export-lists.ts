import { exportOf, modifiedOn } from "#lib/lists/export-list.ts";
import { readManagers } from "./account-shares.ts";
import { findManagedAccounts, managedAccountRequest, toManagedAccount } from "./find-managed-accounts.ts";
import { findPartnerPeople, peopleRequest, toPartnerPerson } from "./find-people.ts";

export const exportPartnerPeople = exportOf(findPartnerPeople, {
  name: "account-managers.export",
  summary: "The account managers or the administrators of the partner account as a csv or xlsx file",
  messages: "accountManagers.people",
  columns: {
    name: ({ name }) => name,
    email: ({ email }) => email,
    modified: modifiedOn,
    managed: ({ managedAccounts }) => managedAccounts,
  },
  request: ({ actor }, asked) => peopleRequest(actor, asked),
  toView: toPartnerPerson,
});

export const exportManagedAccounts = exportOf(findManagedAccounts, {
  name: "account-managers.export-accounts",
  summary: "Accounts by how far they are assigned to account managers, as a csv or xlsx file",
  messages: "accountManagers.accounts",
  columns: {
    name: ({ name }) => name,
    id: ({ id }) => id,
    modified: modifiedOn,
    managers: ({ managers }) => managers.length,
  },
  async request({ actor, db }, asked) {
    await readManagers(db, actor.accountId, asked.managers, "look");
    return managedAccountRequest(actor.accountId, asked);
  },
  toView: toManagedAccount,
});
